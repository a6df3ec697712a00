import type { EntityManager } from 'typeorm';

/**
 * The database's clock at this moment (not at the start of the transaction), to the millisecond. One clock for all
 * instances: use it wherever two instances could disagree about the time.
 */
export async function databaseNow(manager: EntityManager): Promise<Date> {
  const [row] = await manager.query<{ now: Date }[]>('SELECT clock_timestamp() AS now');
  if (!row) throw new TypeError('clock_timestamp() answered no row');
  return row.now;
}
