import type { EventEnvelope } from '@lyceum/contracts';
import { createTestDatabase, type TestDatabase } from '@lyceum/database/testing';
import { createLogger } from '@lyceum/telemetry';
import { type Consumer, type ConsumerContext, dispatch, eventMigrations } from '../index.ts';
import { createTables, stopFailing } from './consumers.ts';

type Row = Record<string, unknown>;

/** A test file's database for consumers. */
export interface Consuming {
  readonly database: TestDatabase;
  readonly context: ConsumerContext;
  /** How often consumers reported commits that stored events. */
  committed(): number;
  deliver(events: readonly EventEnvelope[], consumers: readonly Consumer[]): Promise<void>;
  rows(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** Titles of the mails that a consumer has sent, in order. */
  sent(consumer: string): Promise<string[]>;
  /** Reason and title of each dead letter, in replay order. */
  deadLetters(consumer: string): Promise<string[]>;
  /** The blocked keys of a consumer. */
  blocked(consumer: string): Promise<string[]>;
  clear(): Promise<void>;
  drop(): Promise<void>;
}

export async function startConsuming(name: string, others: Partial<ConsumerContext> = {}): Promise<Consuming> {
  const database = await createTestDatabase({ name, entities: [], migrations: eventMigrations });
  await database.dataSource.query(createTables);
  let committed = 0;
  const context: ConsumerContext = {
    dataSource: database.dataSource,
    log: createLogger('test', 'silent'),
    onCommitted: () => {
      committed += 1;
    },
    backOff: async () => undefined,
    ...others,
  };
  const rows = (sql: string, parameters?: unknown[]): Promise<Row[]> => database.dataSource.query(sql, parameters);
  const column = async (sql: string, consumer: string) =>
    (await rows(sql, [consumer])).map(({ value }) => String(value));
  return {
    database,
    context,
    committed: () => committed,
    deliver: (events, consumers) => dispatch(context, consumers, events),
    rows,
    sent: (consumer) => column('SELECT title AS value FROM mail WHERE consumer = $1 ORDER BY id', consumer),
    deadLetters: (consumer) =>
      column(
        `SELECT reason || ' ' || (envelope->'data'->>'title') AS value FROM dead_letter WHERE consumer = $1
         ORDER BY aggregate_id, version, id`,
        consumer,
      ),
    blocked: (consumer) =>
      column('SELECT aggregate_id AS value FROM stream_position WHERE consumer = $1 AND blocked ORDER BY 1', consumer),
    async clear() {
      committed = 0;
      stopFailing();
      await rows(`TRUNCATE catalogue, mail, event_log, outbox, inbox, stream_position, dead_letter, discarded_event
                  RESTART IDENTITY`);
    },
    drop: () => database.drop(),
  };
}
