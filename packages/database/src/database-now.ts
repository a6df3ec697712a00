import type { EntityManager } from 'typeorm';

/**
 * The database's current time (not the start of the transaction), to the millisecond. It is the same clock for all
 * instances: use it where two instances could disagree about the time.
 */
export async function databaseNow(manager: EntityManager): Promise<Date> {
  const [row] = await manager.query<{ now: Date }[]>('SELECT clock_timestamp() AS now');
  if (!row) throw new TypeError('clock_timestamp() returned no row');
  return row.now;
}
