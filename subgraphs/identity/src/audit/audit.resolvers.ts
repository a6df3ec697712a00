import { AuthenticationEventId, UserId } from '@lyceum/contracts';
import { type CountedConnection, parseId, type ResolversFor, readIdPage, toCountedConnection } from '@lyceum/subgraph';
import type {
  AuthenticationEventResolvers,
  AuthenticationEvent as GeneratedEvent,
  QueryResolvers,
  Resolvers,
} from '../generated/resolvers.ts';
import type { AuthenticationEvent } from './audit.ts';

export type AuthenticationEventConnection = CountedConnection<AuthenticationEvent>;

const queries: Pick<QueryResolvers, 'authenticationEvents'> = {
  async authenticationEvents(_parent, args, { loaders }) {
    const page = readIdPage(AuthenticationEventId, args);
    const userId = args.userId ? parseId(UserId, 'userId', args.userId) : null;
    const rows = await loaders.authenticationEvents.load(userId, page);
    return toCountedConnection(rows, page, () => loaders.authenticationEvents.count(userId));
  },
};

const eventFields: ResolversFor<AuthenticationEventResolvers, GeneratedEvent, AuthenticationEvent> = {
  user: ({ userId }, _args, { loaders }) => (userId ? loaders.users.load(userId) : null),
};

export const auditResolvers: Resolvers = { Query: queries, AuthenticationEvent: eventFields };
