import {
  AttemptSubmitted,
  CourseCreated,
  CoursePublished,
  catalogue,
  type EventDefinition,
  ExamPublished,
  GradeChanged,
  LearnerEnrolled,
  LessonCompleted,
  UserRegistered,
  UserRoleChanged,
} from '@lyceum/contracts';
import { ensureDatabase, openDatabase } from '@lyceum/database';
import { type Consumer, defineConsumer, dispatch, ensurePartitions, eventMigrations, on, replay } from '@lyceum/outbox';
import type { Logger } from '@lyceum/telemetry';
import type { EventTransport } from '@lyceum/transport';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** No constraint keeps an event from being counted twice: only the inbox does. */
class CreateCounter1764000009000 implements MigrationInterface {
  readonly name = 'CreateCounter1764000009000';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE counter (event_id uuid NOT NULL, type text NOT NULL, subject text NOT NULL)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE counter');
  }
}

/** An effect that shows how often it happened, for every event that there is: as points or mails would. */
function defineEventCounter(taste: (eventId: string) => void): Consumer {
  const count = <Payload>(event: EventDefinition<Payload>) =>
    on(event, async ({ id, payload }, { manager }) => {
      await manager.query('INSERT INTO counter VALUES ($1, $2, $3)', [id, event.type, event.key(payload)]);
      taste(id);
    });
  return defineConsumer({
    name: 'counter',
    kind: 'effect',
    handlers: [
      count(UserRegistered),
      count(UserRoleChanged),
      count(CourseCreated),
      count(CoursePublished),
      count(LearnerEnrolled),
      count(LessonCompleted),
      count(ExamPublished),
      count(AttemptSubmitted),
      count(GradeChanged),
    ],
  });
}

export interface EventCounter {
  /** Applies the dead letters there are. @returns how many are left */
  replay(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Subscribes the counter, with a database of its own.
 * @param options.taste is given every event after it was counted, in the same transaction; may throw
 */
export async function openEventCounter(options: {
  serverUrl: string;
  prefix: string;
  transport: EventTransport;
  log: Logger;
  taste?: (eventId: string) => void;
}): Promise<EventCounter> {
  const { serverUrl, prefix, transport, log, taste = () => undefined } = options;
  const counter = defineEventCounter(taste);
  if (counter.handlers.size !== catalogue.length)
    throw new Error('The counter does not count every type of the catalogue.');
  const url = await ensureDatabase({ serverUrl, database: `${prefix}counter` });
  const migrations = [...eventMigrations, CreateCounter1764000009000];
  const dataSource = await openDatabase({ url, name: 'counter', entities: [], migrations });
  await ensurePartitions(dataSource, new Date());
  const context = { dataSource, log, onCommitted: () => undefined };
  const subscribed = await transport.subscribe({
    group: 'counter',
    topics: [...new Set(catalogue.map(({ topic }) => topic))],
    handle: (envelopes) => dispatch(context, [counter], envelopes),
  });
  return {
    async replay() {
      let left = 0;
      for await (const { outcome } of replay(context, [counter])) left += outcome === 'failed' ? 1 : 0;
      return left;
    },
    async close() {
      await subscribed.stop();
      await dataSource.destroy();
    },
  };
}
