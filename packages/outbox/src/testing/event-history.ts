import type { EventEnvelope } from '@lyceum/contracts';
import { createTestDatabase, type TestDatabase } from '@lyceum/database/testing';
import pg from 'pg';
import { type EventSource, eventMigrations } from '../index.ts';
import { aggregateOf } from '../plan.ts';

/** The course domain's database, from which consumers are rebuilt. */
export interface EventHistory {
  readonly database: TestDatabase;
  readonly source: EventSource;
  write(events: readonly EventEnvelope[]): Promise<void>;
  clear(): Promise<void>;
  drop(): Promise<void>;
}

export async function startEventHistory(): Promise<EventHistory> {
  const database = await createTestDatabase({ name: 'history', entities: [], migrations: eventMigrations });
  const connection = new pg.Client({ connectionString: database.url });
  await connection.connect();
  return {
    database,
    source: { domain: 'course', connection },
    async write(events) {
      for (const event of events) {
        const aggregate = aggregateOf(event);
        await database.dataSource.query(
          `INSERT INTO event_log (event_id, aggregate_type, aggregate_id, version, type, payload, headers, occurred_at)
           VALUES ($1, $2, $3, $4, $5, $6, '{}', $7)`,
          [
            ...[event.id, aggregate.type, aggregate.id, event.aggregateversion],
            ...[event.type, JSON.stringify(event.data), event.time],
          ],
        );
      }
    },
    clear: () => database.dataSource.query('TRUNCATE event_log'),
    async drop() {
      await connection.end();
      await database.drop();
    },
  };
}
