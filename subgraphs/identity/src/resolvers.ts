import { connectionResolvers } from '@lyceum/subgraph';
import { accountMutations, accountQueries, userResolvers } from './account/account.resolvers.ts';
import { auditQueries, authenticationEventResolvers } from './audit/audit.resolvers.ts';
import type { Resolvers } from './generated/resolvers.ts';
import { sessionMutations } from './session/session.resolvers.ts';

export const resolvers: Resolvers = {
  Query: { ...accountQueries, ...auditQueries },
  Mutation: { ...accountMutations, ...sessionMutations },
  User: userResolvers,
  AuthenticationEvent: authenticationEventResolvers,
  AuthenticationEventConnection: connectionResolvers,
};
