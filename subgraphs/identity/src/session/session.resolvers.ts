import type { MutationResolvers, Resolvers } from '../generated/resolvers.ts';

const mutations: Pick<MutationResolvers, 'login' | 'refreshSession' | 'logout'> = {
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

  async refreshSession(_parent, { input }, { sessionService }) {
    const result = await sessionService.refresh(input.refreshToken, input.deviceToken ?? null);
    switch (result.outcome) {
      case 'REFRESHED':
        return { __typename: 'RefreshSessionSuccess', session: result.session };
      case 'ENDED':
        return { __typename: 'SessionEnded', message: 'This session has ended: sign in again.' };
    }
  },

  async logout(_parent, { input }, { sessionService }) {
    await sessionService.logout(input.refreshToken);
    return { message: 'Signed out.' };
  },
};

export const sessionResolvers: Resolvers = { Mutation: mutations };
