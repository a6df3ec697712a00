import type { DataSource } from 'typeorm';

const partitioned = ['event_log', 'inbox'] as const;
/** Instances that start at once take turns; any constant will do. */
const partitionLock = 7_305_118_270;

/**
 * Makes the partitions of this month and the next two where they are missing; what fits none goes to the default one.
 * A month of which the default one has rows already stays there: after months without a start, rows came before partitions.
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

/** With its zone: otherwise the bounds would depend on the server's. */
function firstOfMonth(now: Date, ahead: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)).toISOString();
}
