import { randomBytes } from 'node:crypto';
import { GradeChanged } from '../../packages/contracts/dist/index.js';
import { ensureDatabase, openDatabase } from '../../packages/database/dist/index.js';
import {
  createOutbox,
  defineConsumer,
  ensurePartitions,
  eventMigrations,
  on,
  onMany,
} from '../../packages/outbox/dist/index.js';
import { batchSize, gradeChanges } from './sample.mjs';

/** A new database with the event tables and the tables of the consumers below. */
export async function createDatabase(serverUrl, name) {
  const database = `bench_${name}_${randomBytes(4).toString('hex')}`;
  const url = await ensureDatabase({ serverUrl, database });
  const dataSource = await openDatabase({ url, name, entities: [], migrations: eventMigrations });
  await ensurePartitions(dataSource, new Date());
  await dataSource.query(`
    CREATE TABLE letter (id bigint GENERATED ALWAYS AS IDENTITY, event_id uuid NOT NULL, learner_id uuid NOT NULL, percentage numeric NOT NULL);
    CREATE TABLE standing (grade_id uuid PRIMARY KEY, percentage numeric NOT NULL, version int NOT NULL)`);
  return { url, dataSource };
}

/** An effect: inserts a row for each event, with one statement per event. */
export const letters = defineConsumer({
  name: 'letters',
  kind: 'effect',
  handlers: [
    on(GradeChanged, async ({ id, payload }, { manager }) => {
      await manager.query('INSERT INTO letter (event_id, learner_id, percentage) VALUES ($1, $2, $3)', [
        ...[id, payload.learnerId, payload.percentage],
      ]);
    }),
  ],
});

/** The same effect, with one statement per batch. */
export const lettersAtOnce = defineConsumer({
  name: 'letters_at_once',
  kind: 'effect',
  handlers: [
    onMany(GradeChanged, async (events, { manager }) => {
      await manager.query(
        'INSERT INTO letter (event_id, learner_id, percentage) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::numeric[])',
        [
          events.map(({ id }) => id),
          events.map(({ payload }) => payload.learnerId),
          events.map(({ payload }) => payload.percentage),
        ],
      );
    }),
  ],
});

/** A projection: updates one row per grade. */
export const standings = defineConsumer({
  name: 'standings',
  kind: 'projection',
  empty: (manager) => manager.query('DELETE FROM standing'),
  handlers: [
    on(GradeChanged, async ({ payload, version }, { manager }) => {
      await manager.query(
        `INSERT INTO standing (grade_id, percentage, version) VALUES ($1, $2, $3)
         ON CONFLICT (grade_id) DO UPDATE SET percentage = excluded.percentage, version = excluded.version`,
        [payload.gradeId, payload.percentage, version],
      );
    }),
  ],
});

/** Puts events into the outbox of a database, many per transaction. */
export async function fillOutbox({ dataSource }, count) {
  const outbox = createOutbox(dataSource, () => undefined);
  const changes = gradeChanges(count);
  for (let next = 0; next < count; next += batchSize) {
    await outbox.transaction(async ({ append }) => {
      for (const { payload, version } of changes.slice(next, next + batchSize)) append(GradeChanged, payload, version);
    });
  }
  await dataSource.query('ANALYZE');
}

/** @throws if an event was lost, took effect twice, or became a dead letter */
export async function requireApplied({ dataSource }, events, consumer) {
  const [counts] = await dataSource.query(
    `SELECT (SELECT count(*) FROM inbox WHERE consumer = $1)::int AS inbox,
            (SELECT count(*) FROM dead_letter)::int AS dead,
            (SELECT count(*) FROM letter)::int AS letters,
            (SELECT count(DISTINCT event_id) FROM letter)::int AS distinct_letters,
            (SELECT sum(version) FROM standing)::int AS versions`,
    [consumer.name],
  );
  const changes = gradeChanges(events);
  const newest = new Map(changes.map(({ payload, version }) => [payload.gradeId, version]));
  const expected =
    consumer.kind === 'effect'
      ? { letters: events, distinct_letters: events, versions: null }
      : { letters: 0, distinct_letters: 0, versions: [...newest.values()].reduce((sum, version) => sum + version, 0) };
  for (const [what, count] of Object.entries({ inbox: events, dead: 0, ...expected })) {
    if (counts[what] !== count) throw new Error(`${consumer.name}: ${what} is ${counts[what]}, not ${count}.`);
  }
}
