import { AuthenticationEventId, UserId } from '@lyceum/contracts';
import { parseId, type ResolversFor, readIdPage, toIdConnection } from '@lyceum/subgraph';
import type {
  AuthenticationEventResolvers,
  AuthenticationEvent as GeneratedEvent,
  QueryResolvers,
} from '../generated/resolvers.ts';
import type { AuthenticationEvent } from './audit.ts';

export const auditQueries: Pick<QueryResolvers, 'authenticationEvents'> = {
  async authenticationEvents(_parent, args, { findAuthenticationEvents }) {
    const page = readIdPage(AuthenticationEventId, args);
    const userId = args.userId ? parseId(UserId, 'userId', args.userId) : null;
    return toIdConnection(await findAuthenticationEvents(userId, page), page);
  },
};

export const authenticationEventResolvers: ResolversFor<
  AuthenticationEventResolvers,
  GeneratedEvent,
  AuthenticationEvent
> = {
  user: ({ userId }, _args, { users }) => (userId ? users.load(userId) : null),
};
