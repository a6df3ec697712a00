import { UserId } from '@lyceum/contracts';
import { parseId, type ResolversFor, toConflict, toInvalidInput } from '@lyceum/subgraph';
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

const mutations: Pick<MutationResolvers, 'register' | 'changeRole'> = {
  async register(_parent, { input }, { accountService }) {
    const result = await accountService.register({ ...input, role: input.role ?? 'STUDENT' });
    switch (result.outcome) {
      case 'REGISTERED':
        return { __typename: 'RegisterSuccess', session: result.session, deviceToken: result.deviceToken };
      case 'EMAIL_TAKEN':
        return { __typename: 'EmailTaken', message: 'There is an account with this address already: sign in instead.' };
      case 'ROLE_NOT_OPEN':
        return {
          __typename: 'RoleNotOpen',
          message: `People may register themselves as ${result.openRoles.join(' or ')}: ask an administrator for another role.`,
          openRoles: [...result.openRoles],
        };
      case 'INVALID':
        return toInvalidInput(result);
    }
  },

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
          message: 'This is the last administrator: make somebody else one first.',
        };
    }
  },
};

const userFields: ResolversFor<UserResolvers, GeneratedUser, User> = {
  __resolveReference: ({ id }, { loaders }) => loaders.users.load(parseId(UserId, 'id', id)),
  email: (user, _args, { viewer }) => (maySeeAddress(user, viewer) ? user.email : null),
};

export const accountResolvers: Resolvers = { Query: queries, Mutation: mutations, User: userFields };
