import type { UserId } from '@lyceum/contracts';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { accounts } from './account.repository.ts';
import type { User } from './account.ts';

/** One statement for any number of people in a request. */
export function createUserLoader(dataSource: DataSource): DataLoader<UserId, User | null> {
  return new DataLoader(async (ids) => {
    const users = new Map((await accounts.findMany(dataSource.manager, ids)).map((user) => [user.id, user]));
    return ids.map((id) => users.get(id) ?? null);
  });
}
