import type { DataSource } from 'typeorm';

const partitioned = ['event_log', 'inbox'] as const;
/** Makes concurrently starting instances take turns; any constant works. */
const partitionLock = 7_305_118_270;

/**
 * Creates the partitions of this month and the next two if they are missing; rows that match none go to the default
 * partition. A month that already has rows in the default partition stays there: after months without a start, rows may
 * arrive before their partition exists.
 */
export async function ensurePartitions(dataSource: DataSource, now: Date): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [partitionLock]);
    for (const table of partitioned) {
      for (let ahead = 0; ahead < 3; ahead += 1) {
        const [from, to] = [firstOfMonth(now, ahead), firstOfMonth(now, ahead + 1)];
        const name = `${table}_${from.slice(0, 7).replace('-', '_')}`;
        const create = `CREATE TABLE IF NOT EXISTS ${name} PARTITION OF ${table} FOR VALUES FROM ('${from}') TO ('${to}')`;
        await manager.transaction((savepoint) => savepoint.query(create)).catch(unlessDefaultHasRows);
      }
    }
  });
}

function unlessDefaultHasRows(error: Error & { code?: string }): void {
  if (error.code !== '23514') throw error;
}

/** With a time zone: otherwise the bounds would depend on the server's. */
function firstOfMonth(now: Date, ahead: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)).toISOString();
}
