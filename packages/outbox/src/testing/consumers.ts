import { CourseCreated, defineEvent } from '@lyceum/contracts';
import type { EntityManager } from 'typeorm';
import { type Consumer, defineConsumer, on, onMany } from '../consumer.ts';
import type { Course } from './events.ts';

/** The tables that the test consumers write to. */
export const createTables = `
  CREATE TABLE catalogue (id text PRIMARY KEY, title text NOT NULL, version int NOT NULL);
  CREATE TABLE mail (id bigint GENERATED ALWAYS AS IDENTITY, consumer text NOT NULL, course text NOT NULL, title text NOT NULL)`;

/** The second version of course-created, known only to a newer release. */
export const CourseCreatedV2 = defineEvent({
  type: 'course.course.created.v2',
  description: 'A course exists as a draft.',
  key: 'courseId',
  payload: CourseCreated.payload,
});

/** Injected failures: how often handlers fail, by title, and how often the database fails. Tests change it. */
export const failing = { titles: new Set<string>(), times: Number.POSITIVE_INFINITY, outages: 0 };

export function stopFailing(): void {
  failing.titles.clear();
  failing.times = Number.POSITIVE_INFINITY;
  failing.outages = 0;
}

async function failWhere(manager: EntityManager, title: string): Promise<void> {
  if (failing.outages > 0) {
    failing.outages -= 1;
    await manager.query('SELECT pg_terminate_backend(pg_backend_pid())');
  }
  if (!failing.titles.has(title) || failing.times === 0) return;
  failing.times -= 1;
  throw new Error(`no postage for ${title}`);
}

async function keep(manager: EntityManager, { courseId, title }: Course, version: number): Promise<void> {
  await manager.query(
    `INSERT INTO catalogue VALUES ($1, $2, $3)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, version = excluded.version`,
    [courseId, title, version],
  );
  await failWhere(manager, title);
}

async function send(manager: EntityManager, consumer: string, courses: readonly Course[]): Promise<void> {
  await manager.query('INSERT INTO mail (consumer, course, title) SELECT $1, unnest($2::text[]), unnest($3::text[])', [
    consumer,
    courses.map(({ courseId }) => courseId),
    courses.map(({ title }) => title),
  ]);
  for (const { title } of courses) await failWhere(manager, title);
}

/** Keeps the newest title of each course. */
export const catalogue = defineConsumer({
  name: 'catalogue',
  kind: 'projection',
  empty: (manager) => manager.query('DELETE FROM catalogue'),
  handlers: [on(CourseCreated, ({ payload, version }, { manager }) => keep(manager, payload, version))],
});

/** Writes one mail per event, many at once. */
export const mailer = defineConsumer({
  name: 'mailer',
  kind: 'effect',
  handlers: [
    onMany(CourseCreated, (events, { manager }) =>
      send(
        manager,
        'mailer',
        events.map(({ payload }) => payload),
      ),
    ),
  ],
});

/** Writes one mail per event, in the order of each course's events. */
export const ledger = defineConsumer({
  name: 'ledger',
  kind: 'effect',
  ordered: true,
  handlers: [on(CourseCreated, ({ payload }, { manager }) => send(manager, 'ledger', [payload]))],
});

export const consumers: readonly Consumer[] = [catalogue, mailer, ledger];

/** The same consumers in a release that knows the second version of the event; `mailer` does not use it. */
export const upgraded: readonly Consumer[] = [
  defineConsumer({
    name: 'catalogue',
    kind: 'projection',
    empty: (manager) => manager.query('DELETE FROM catalogue'),
    handlers: [CourseCreated, CourseCreatedV2].map((event) =>
      on(event, ({ payload, version }, { manager }) => keep(manager, payload, version)),
    ),
  }),
  mailer,
  defineConsumer({
    name: 'ledger',
    kind: 'effect',
    ordered: true,
    handlers: [CourseCreated, CourseCreatedV2].map((event) =>
      on(event, ({ payload }, { manager }) => send(manager, 'ledger', [payload])),
    ),
  }),
];

export const knowsBoth = (type: string): boolean => type.startsWith('course.course.created.');
