import type { TestTokens } from '@lyceum/auth/testing';
import { UserId } from '@lyceum/contracts';
import type { SeededMany, StatementSeeds, TestSubgraph } from '@lyceum/subgraph/testing';
import { registerPerson } from './register-person.ts';

/** People who opened accounts, seen by the first of them as an administrator. */
async function seedMany(tested: TestSubgraph, tokens: TestTokens, count: number): Promise<SeededMany> {
  const people: string[] = [];
  for (let index = 0; index < count; index += 1) people.push(await registerPerson(tested, `Person ${index}`));
  const viewer = await tokens.signIn('ADMIN', { userId: UserId.parse(people[0]) });
  return { viewer, entities: { User: people } };
}

export const identitySeeds: StatementSeeds = { seedMany, exceptions: {} };
