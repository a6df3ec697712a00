import type { EntityManager } from 'typeorm';

/** The first half of the advisory locks with which a rebuild keeps the live consumer out; any constant works. */
export const rebuildLock = 730_511_827;

/** A projection is being rebuilt; its events wait until that is done. */
export class BeingRebuilt extends Error {
  override readonly name = 'BeingRebuilt';
  readonly code = 'BEING_REBUILT';
  constructor(consumer: string) {
    super(`The projection ${consumer} is being rebuilt; its events wait until that is done.`);
  }
}

/**
 * Prevents a rebuild of the consumer until the transaction ends.
 * @throws {BeingRebuilt}
 */
export async function lockConsumerShared(manager: EntityManager, consumer: string): Promise<void> {
  const [{ open }] = await manager.query(
    'SELECT pg_try_advisory_xact_lock_shared($1::int, hashtext($2::text)) AS open',
    [rebuildLock, consumer],
  );
  if (!open) throw new BeingRebuilt(consumer);
}

/** Waits until nothing else uses the consumer's state, and keeps it locked until the transaction ends. */
export async function lockConsumerExclusive(manager: EntityManager, consumer: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1::int, hashtext($2::text))', [rebuildLock, consumer]);
}
