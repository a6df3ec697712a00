import type { DataSource } from 'typeorm';

const partitioned = ['event_log', 'inbox'] as const;

/** Makes the partitions of this month and the next two where they are missing; what fits none goes to the default one. */
export async function ensurePartitions(dataSource: DataSource, now: Date): Promise<void> {
  for (const table of partitioned) {
    for (let ahead = 0; ahead < 3; ahead += 1) {
      const from = firstOfMonth(now, ahead);
      const name = `${table}_${from.slice(0, 7).replace('-', '_')}`;
      await dataSource.query(
        `CREATE TABLE IF NOT EXISTS ${name} PARTITION OF ${table} FOR VALUES FROM ('${from}') TO ('${firstOfMonth(now, ahead + 1)}')`,
      );
    }
  }
}

function firstOfMonth(now: Date, ahead: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)).toISOString().slice(0, 10);
}
