import type { TestTokens } from '@lyceum/auth/testing';
import { UserId } from '@lyceum/contracts';
import { type AccessRules, type AccessWorld, readAccessTable, type TestSubgraph } from '@lyceum/subgraph/testing';
import { registerPerson } from './register-person.ts';

/** person: owns the account. demoted: was an administrator. */
const table = readAccessTable(`
  coordinate                              | object  | anonymous       person    student   instructor demoted   admin

  Query.me                                | -       | null            yes       yes       yes        yes       yes
  Query.user                              | account | UNAUTHENTICATED yes       yes       yes        yes       yes
  Query.authenticationEvents              | -       | UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN  FORBIDDEN yes
  Query.authenticationEvents              | account | UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN  FORBIDDEN yes

  User.id, name, role, createdAt, version | account | UNAUTHENTICATED yes       yes       yes        yes       yes
  User.email                              | account | UNAUTHENTICATED yes       null      null       null      yes

  Mutation.changeRole                     | account | UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN  FORBIDDEN yes
  Mutation.register, login,
    refreshSession, logout                | -       | yes             yes       yes       yes        yes       yes
`);

async function createWorld(tested: TestSubgraph, tokens: TestTokens): Promise<AccessWorld> {
  const account = await registerPerson(tested);
  const signIn = async (role: 'STUDENT' | 'INSTRUCTOR' | 'ADMIN') =>
    tokens.signIn(role, { userId: UserId.parse(await registerPerson(tested)) });
  return {
    viewers: {
      anonymous: undefined,
      person: await tokens.signIn('STUDENT', { userId: UserId.parse(account) }),
      student: await signIn('STUDENT'),
      instructor: await signIn('INSTRUCTOR'),
      demoted: await signIn('STUDENT'),
      admin: await signIn('ADMIN'),
    },
    objects: { account: { User: account } },
  };
}

const nobody = { email: 'nobody@example.org', password: 'not the password' };

export const identityAccess: AccessRules = {
  table,
  createWorld,
  arguments: {
    'Query.authenticationEvents': ({ User: userId }) => ({ userId }),
    // No account has this version: a viewer with the right to change roles gets a conflict, and nothing changes.
    'Mutation.changeRole': ({ User: userId }) => ({ input: { userId, role: 'INSTRUCTOR', expectedVersion: 99 } }),
    'Mutation.register': () => ({ input: { name: ' ', ...nobody } }),
    'Mutation.login': () => ({ input: nobody }),
    'Mutation.refreshSession': () => ({ input: { refreshToken: 'unknown' } }),
    'Mutation.logout': () => ({ input: { refreshToken: 'unknown' } }),
  },
  lists: { User: ['authenticationEvents { nodes { user { SELECTION } } }'] },
};
