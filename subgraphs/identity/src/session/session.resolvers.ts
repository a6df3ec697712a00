import type { MutationResolvers, Resolvers } from '../generated/resolvers.ts';

const mutations: Pick<MutationResolvers, 'refreshSession' | 'logout'> = {
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
