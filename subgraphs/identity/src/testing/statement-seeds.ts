import { randomUUID } from 'node:crypto';
import { UserId } from '@lyceum/contracts';
import type { SeededMany, StatementSeeds, TestSubgraph, TestTokens } from '@lyceum/testing';

const register = /* GraphQL */ `
  mutation ($input: RegisterInput!) {
    register(input: $input) { ... on RegisterSuccess { session { userId } } }
  }`;

/** People who opened accounts, seen by the first of them as an administrator. */
async function seedMany(tested: TestSubgraph, tokens: TestTokens, count: number): Promise<SeededMany> {
  const people: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const input = { name: `Person ${index}`, email: `${randomUUID()}@example.org`, password: randomUUID() };
    const { data } = await tested.send<{ register: { session: { userId: string } } }>(register, { input });
    people.push(String(data?.register.session.userId));
  }
  const viewer = await tokens.signIn('ADMIN', { userId: UserId.parse(people[0]) });
  return { viewer, entities: { User: people } };
}

export const statementSeeds: StatementSeeds = { seedMany, exceptions: {} };
