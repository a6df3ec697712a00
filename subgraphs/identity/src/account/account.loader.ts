import type { UserId } from '@lyceum/contracts';
import { batch, byId } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { accounts } from './account.repository.ts';
import type { User } from './account.ts';

/** One statement for any number of people in a request. */
export function createUserLoader({ manager }: DataSource): DataLoader<UserId, User | null> {
  return batch(
    async (ids) => byId(await accounts.findMany(manager, ids)),
    () => null,
  );
}
