import { CourseCreated } from '@lyceum/contracts';
import { openDatabase } from '@lyceum/database';
import { createLogger } from '@lyceum/telemetry';
import { createKafkaTransport } from '@lyceum/transport';
import { type Consumer, defineConsumer, on } from '../consumer.ts';
import { dispatch } from '../dispatch.ts';
import { eventMigrations } from '../migrations/index.ts';

/** Writes one letter for each event, and keeps the newest version of each course. */
export const consumers: readonly Consumer[] = [
  defineConsumer({
    name: 'mailer',
    kind: 'effect',
    handlers: [
      on(CourseCreated, async ({ id, payload, version }, { manager }) => {
        await manager.query('INSERT INTO mail (event_id, course_id, version) VALUES ($1, $2, $3)', [
          ...[id, payload.courseId, version],
        ]);
      }),
    ],
  }),
  defineConsumer({
    name: 'catalogue',
    kind: 'projection',
    empty: (manager) => manager.query('DELETE FROM catalogue'),
    handlers: [
      on(CourseCreated, async ({ payload, version }, { manager }) => {
        await manager.query(
          `INSERT INTO catalogue (course_id, version) VALUES ($1, $2)
           ON CONFLICT (course_id) DO UPDATE SET version = excluded.version`,
          [payload.courseId, version],
        );
      }),
    ],
  }),
];

export const topics = [{ name: CourseCreated.topic, partitions: 4, retentionMs: 3_600_000 }];
export const timing = { sessionTimeoutMs: 6_000, heartbeatEveryMs: 500 };

/** Consumes into a database until somebody kills it. */
async function main([brokers = '', prefix = '', url = '']: string[]): Promise<void> {
  const log = createLogger('mail', 'error');
  const migrations = eventMigrations;
  const dataSource = await openDatabase({ url, name: 'mail', entities: [], migrations });
  const transport = await createKafkaTransport({
    ...{ brokers: brokers.split(','), clientId: 'mail', topics, prefix, log, timing },
  });
  await transport.subscribe({
    group: 'mail',
    topics: topics.map(({ name }) => name),
    handle: (envelopes) => dispatch({ dataSource, log, onCommitted: () => undefined }, consumers, envelopes),
  });
}

if (process.argv[1] === import.meta.filename) await main(process.argv.slice(2));
