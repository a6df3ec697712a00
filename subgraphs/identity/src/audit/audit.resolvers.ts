import { AuthenticationEventId, UserId } from '@lyceum/contracts';
import { type CountedConnection, parseId, type ResolversFor, readIdPage, toCountedConnection } from '@lyceum/subgraph';
import type {
  AuthenticationEventResolvers,
  AuthenticationEvent as GeneratedEvent,
  QueryResolvers,
} from '../generated/resolvers.ts';
import type { AuthenticationEvent } from './audit.ts';

export type AuthenticationEventConnection = CountedConnection<AuthenticationEvent>;

export const auditQueries: Pick<QueryResolvers, 'authenticationEvents'> = {
  async authenticationEvents(_parent, args, { authenticationEvents }) {
    const page = readIdPage(AuthenticationEventId, args);
    const userId = args.userId ? parseId(UserId, 'userId', args.userId) : null;
    return toCountedConnection(await authenticationEvents.find(userId, page), page, () =>
      authenticationEvents.count(userId),
    );
  },
};

export const authenticationEventResolvers: ResolversFor<
  AuthenticationEventResolvers,
  GeneratedEvent,
  AuthenticationEvent
> = {
  user: ({ userId }, _args, { users }) => (userId ? users.load(userId) : null),
};
