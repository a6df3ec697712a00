import { toInvalidInput } from '@lyceum/subgraph';
import type { MutationResolvers, Resolvers } from '../generated/resolvers.ts';

const mutations: Pick<MutationResolvers, 'register' | 'login'> = {
  async register(_parent, { input }, { registrationService }) {
    const result = await registrationService.register({ ...input, role: input.role ?? 'STUDENT' });
    switch (result.outcome) {
      case 'REGISTERED':
        return { __typename: 'RegisterSuccess', session: result.session, deviceToken: result.deviceToken };
      case 'EMAIL_TAKEN':
        return { __typename: 'EmailTaken', message: 'An account with this address already exists: sign in instead.' };
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

  async login(_parent, { input }, { signInService }) {
    const { email, password, deviceToken = null } = input;
    const result = await signInService.signIn({ email, password, deviceToken });
    switch (result.outcome) {
      case 'SIGNED_IN':
        return { __typename: 'LoginSuccess', session: result.session, deviceToken: result.deviceToken };
      case 'INVALID_CREDENTIALS':
        return { __typename: 'InvalidCredentials', message: 'The e-mail address or the password is wrong.' };
      case 'TOO_MANY_ATTEMPTS':
        return {
          __typename: 'TooManyAttempts',
          message: `Too many sign-ins failed: try again after ${result.retryAt.toISOString()}.`,
          retryAt: result.retryAt,
        };
    }
  },
};

export const signInResolvers: Resolvers = { Mutation: mutations };
