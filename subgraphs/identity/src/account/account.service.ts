import type { Viewer } from '@lyceum/auth';
import { newId, type Role, UserId, UserRegistered, UserRoleChanged } from '@lyceum/contracts';
import { databaseNow } from '@lyceum/database';
import type { Outbox, Transaction } from '@lyceum/outbox';
import { type Conflict, conflictOf, notFound } from '@lyceum/subgraph';
import type { DataSource } from 'typeorm';
import { authenticationEvents } from '../audit/audit.repository.ts';
import { accounts } from './account.repository.ts';
import { changeRole, openAccount, type Registration, type User } from './account.ts';
import { hashPassword } from './password.ts';

export type ChangeRoleOutcome =
  | { readonly outcome: 'CHANGED'; readonly user: User }
  | Conflict<User>
  | { readonly outcome: 'LAST_ADMINISTRATOR' };

export class AccountService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
  ) {}

  /** Ensures that an account required by the installation exists (the first administrator, demo people). */
  async ensure(registration: Registration): Promise<void> {
    const passwordHash = await hashPassword(registration.password);
    await this.outbox.transaction((transaction) => this.open(transaction, registration, newId(UserId), passwordHash));
  }

  /** The viewer's account; created at the first request of a person authenticated by another issuer. */
  async ofViewer(viewer: Viewer): Promise<User | null> {
    const user = await accounts.find(this.dataSource.manager, viewer.userId);
    if (user || !viewer.external?.email) return user ?? null;
    const { name, email } = viewer.external;
    return this.outbox.transaction(async (transaction) => {
      const made = await this.open(transaction, { name, email, role: viewer.role }, viewer.userId, null);
      return made ?? (await accounts.find(transaction.manager, viewer.userId)) ?? null;
    });
  }

  async changeRole(input: { userId: UserId; role: Role; expectedVersion: number }): Promise<ChangeRoleOutcome> {
    return this.outbox.transaction(async ({ manager, append }) => {
      const administrators = await accounts.lockAdministrators(manager);
      const current = await accounts.lock(manager, input.userId);
      if (!current) throw notFound('person', input.userId);
      const conflict = conflictOf(current, input.expectedVersion);
      if (conflict) return conflict;
      if (current.role === input.role) return { outcome: 'CHANGED', user: current };
      if (current.role === 'ADMIN' && administrators < 2) return { outcome: 'LAST_ADMINISTRATOR' };
      const user = changeRole(current, input.role);
      await accounts.save(manager, user);
      const { id: userId, role, version } = user;
      append(UserRoleChanged, { userId, role, changedAt: (await databaseNow(manager)).toISOString() }, version);
      await authenticationEvents.record(manager, { kind: 'ROLE_CHANGED', userId: user.id, email: user.email });
      return { outcome: 'CHANGED', user };
    });
  }

  /** Creates an account in the caller's transaction; undefined if its id or address is taken. */
  async open(
    { manager, append }: Transaction,
    registration: Omit<Registration, 'password'>,
    id: UserId,
    passwordHash: string | null,
  ): Promise<User | undefined> {
    const user = openAccount(registration, id, await databaseNow(manager));
    if (!(await accounts.add(manager, user, passwordHash))) return undefined;
    await authenticationEvents.record(manager, { kind: 'REGISTERED', userId: user.id, email: user.email });
    const { name, email, role, createdAt } = user;
    append(UserRegistered, { userId: id, name, email, role, registeredAt: createdAt.toISOString() }, user.version);
    return user;
  }
}
