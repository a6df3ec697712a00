import { UserId } from '@lyceum/contracts';
import { parseId, type ResolversFor, toConflict } from '@lyceum/subgraph';
import type {
  User as GeneratedUser,
  MutationResolvers,
  QueryResolvers,
  Resolvers,
  UserResolvers,
} from '../generated/resolvers.ts';
import { maySeeAddress, type User } from './account.ts';

const queries: Pick<QueryResolvers, 'me' | 'user'> = {
  me: (_parent, _args, { viewer, accountService }) => (viewer ? accountService.ofViewer(viewer) : null),
  user: (_parent, { id }, { loaders }) => loaders.users.load(parseId(UserId, 'id', id)),
};

const mutations: Pick<MutationResolvers, 'changeRole'> = {
  async changeRole(_parent, { input }, { accountService }) {
    const result = await accountService.changeRole({ ...input, userId: parseId(UserId, 'input.userId', input.userId) });
    switch (result.outcome) {
      case 'CHANGED':
        return { __typename: 'ChangeRoleSuccess', user: result.user };
      case 'CONFLICT':
        return toConflict('AccountConflict', result, {
          what: 'account',
          expectedVersion: input.expectedVersion,
          yours: input.role,
        });
      case 'LAST_ADMINISTRATOR':
        return {
          __typename: 'LastAdministrator',
          message: 'This is the last administrator: appoint another one first.',
        };
    }
  },
};

const userFields: ResolversFor<UserResolvers, GeneratedUser, User> = {
  __resolveReference: ({ id }, { loaders }) => loaders.users.load(parseId(UserId, 'id', id)),
  email: (user, _args, { viewer }) => (maySeeAddress(user, viewer) ? user.email : null),
};

export const accountResolvers: Resolvers = { Query: queries, Mutation: mutations, User: userFields };
