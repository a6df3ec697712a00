import { randomUUID } from 'node:crypto';
import type { TestSubgraph } from '@lyceum/subgraph/testing';

const register = /* GraphQL */ `
  mutation ($input: RegisterInput!) {
    register(input: $input) { ... on RegisterSuccess { session { userId } } }
  }`;

/** The id of a person with a new account. */
export async function registerPerson(tested: TestSubgraph, name = 'Somebody'): Promise<string> {
  const input = { name, email: `${randomUUID()}@example.org`, password: randomUUID() };
  const { data, errors } = await tested.send<{ register: { session?: { userId: string } } }>(register, { input });
  const userId = data?.register.session?.userId;
  if (!userId) throw new Error(`not registered: ${JSON.stringify(errors)}`);
  return userId;
}
