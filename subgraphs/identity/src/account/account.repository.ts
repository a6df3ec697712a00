import type { UserId } from '@lyceum/contracts';
import { repositoryOf } from '@lyceum/database';
import type { EntityManager } from 'typeorm';
import { AccountEntity } from './account.entity.ts';
import type { User } from './account.ts';

export const accounts = {
  ...repositoryOf(AccountEntity, toUser),

  /** The account, with its role locked until the transaction ends. */
  async lockShared(manager: EntityManager, id: UserId): Promise<User | undefined> {
    const row = await manager.findOne(AccountEntity, { where: { id }, lock: { mode: 'pessimistic_read' } });
    return row ? toUser(row) : undefined;
  },

  /** The number of administrators, which others cannot change until the transaction ends. */
  async lockAdministrators(manager: EntityManager): Promise<number> {
    await manager.query("SELECT pg_advisory_xact_lock(hashtextextended('administrators', 0))");
    return manager.countBy(AccountEntity, { role: 'ADMIN' });
  },

  /** The account with this address and its password hash; null if it has no password. */
  async findByEmail(
    manager: EntityManager,
    email: string,
  ): Promise<{ user: User; passwordHash: string | null } | undefined> {
    const row = await manager
      .createQueryBuilder(AccountEntity, 'account')
      .addSelect('account.passwordHash')
      .where('lower(account.email) = lower(:email)', { email })
      .getOne();
    return row ? { user: toUser(row), passwordHash: row.passwordHash } : undefined;
  },

  /** Inserts unless the id or the address is taken; returns whether it did. */
  async add(manager: EntityManager, user: User, passwordHash: string | null): Promise<boolean> {
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(AccountEntity)
      .values({ ...user, passwordHash })
      .orIgnore()
      .returning('id')
      .execute();
    return raw.length > 0;
  },

  async save(manager: EntityManager, user: User): Promise<void> {
    await manager.update(AccountEntity, { id: user.id }, { name: user.name, role: user.role, version: user.version });
  },
};

function toUser({ id, name, email, role, version, createdAt }: AccountEntity): User {
  return { id, name, email, role, version, createdAt };
}
