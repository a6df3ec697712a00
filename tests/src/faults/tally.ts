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
class CreateTally1764000009000 implements MigrationInterface {
  readonly name = 'CreateTally1764000009000';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE tally (event_id uuid NOT NULL, type text NOT NULL, subject text NOT NULL)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tally');
  }
}

/** An effect that shows how often it happened, for every event that there is: as points or mails would. */
function defineTally(taste: (eventId: string) => void): Consumer {
  const count = <Payload>(event: EventDefinition<Payload>) =>
    on(event, async ({ id, payload }, { manager }) => {
      await manager.query('INSERT INTO tally VALUES ($1, $2, $3)', [id, event.type, event.key(payload)]);
      taste(id);
    });
  return defineConsumer({
    name: 'tally',
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

export interface Tally {
  /** Applies the dead letters there are. @returns how many are left */
  replay(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Subscribes the tally, with a database of its own.
 * @param options.taste is given every event after it was counted, in the same transaction; may throw
 */
export async function openTally(options: {
  serverUrl: string;
  prefix: string;
  transport: EventTransport;
  log: Logger;
  taste?: (eventId: string) => void;
}): Promise<Tally> {
  const { serverUrl, prefix, transport, log, taste = () => undefined } = options;
  const tally = defineTally(taste);
  if (tally.handlers.size !== catalogue.length)
    throw new Error('The tally does not count every type of the catalogue.');
  const url = await ensureDatabase({ serverUrl, database: `${prefix}tally` });
  const migrations = [...eventMigrations, CreateTally1764000009000];
  const dataSource = await openDatabase({ url, name: 'tally', entities: [], migrations });
  await ensurePartitions(dataSource, new Date());
  const context = { dataSource, log, onCommitted: () => undefined };
  const subscribed = await transport.subscribe({
    group: 'tally',
    topics: [...new Set(catalogue.map(({ topic }) => topic))],
    handle: (envelopes) => dispatch(context, [tally], envelopes),
  });
  return {
    async replay() {
      let left = 0;
      for await (const { outcome } of replay(context, [tally])) left += outcome === 'failed' ? 1 : 0;
      return left;
    },
    async close() {
      await subscribed.stop();
      await dataSource.destroy();
    },
  };
}
