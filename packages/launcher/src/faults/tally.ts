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
} from '@lyceum/contracts';
import { ensureDatabase, openDatabase } from '@lyceum/database';
import { defineConsumer, dispatch, ensurePartitions, eventMigrations, on } from '@lyceum/outbox';
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

function count<Payload>(event: EventDefinition<Payload>) {
  return on(event, async ({ id, payload }, { manager }) => {
    await manager.query('INSERT INTO tally VALUES ($1, $2, $3)', [id, event.type, event.key(payload)]);
  });
}

/** An effect that shows how often it happened, for every event that there is: as points or mails would. */
const tally = defineConsumer({
  name: 'tally',
  kind: 'effect',
  handlers: [
    count(UserRegistered),
    count(CourseCreated),
    count(CoursePublished),
    count(LearnerEnrolled),
    count(LessonCompleted),
    count(ExamPublished),
    count(AttemptSubmitted),
    count(GradeChanged),
  ],
});

/** Subscribes the tally, with a database of its own. */
export async function openTally(options: {
  serverUrl: string;
  prefix: string;
  transport: EventTransport;
  log: Logger;
}): Promise<{ close(): Promise<void> }> {
  const { serverUrl, prefix, transport, log } = options;
  if (tally.handlers.size !== catalogue.length)
    throw new Error('The tally does not count every type of the catalogue.');
  const url = await ensureDatabase({ serverUrl, database: `${prefix}tally` });
  const migrations = [...eventMigrations, CreateTally1764000009000];
  const dataSource = await openDatabase({ url, name: 'tally', entities: [], migrations });
  await ensurePartitions(dataSource, new Date());
  const subscribed = await transport.subscribe({
    group: 'tally',
    topics: [...new Set(catalogue.map(({ topic }) => topic))],
    handle: (envelopes) => dispatch({ dataSource, log, onCommitted: () => undefined }, [tally], envelopes),
  });
  return {
    async close() {
      await subscribed.stop();
      await dataSource.destroy();
    },
  };
}
