import { UserId } from '@lyceum/contracts';
import { parseId, type ResolversFor, readPage, toConnection } from '@lyceum/subgraph';
import type {
  AuthenticationEventResolvers,
  AuthenticationEvent as GeneratedEvent,
  QueryResolvers,
} from '../generated/resolvers.ts';
import type { AuthenticationEvent } from './audit.ts';

export const auditQueries: Pick<QueryResolvers, 'authenticationEvents'> = {
  async authenticationEvents(_parent, args, { findAuthenticationEvents }) {
    const page = readPage(args);
    const userId = args.userId ? parseId(UserId, 'userId', args.userId) : null;
    return toConnection(await findAuthenticationEvents(userId, page), page, (event) => event.id);
  },
};

export const authenticationEventResolvers: ResolversFor<
  AuthenticationEventResolvers,
  GeneratedEvent,
  AuthenticationEvent
> = {
  user: ({ userId }, _args, { users }) => (userId ? users.load(userId) : null),
};
