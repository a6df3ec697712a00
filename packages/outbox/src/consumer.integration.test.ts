import {
  CourseCreated,
  CourseId,
  CoursePublished,
  type EventEnvelope,
  newId,
  type PayloadOf,
  UserId,
} from '@lyceum/contracts';
import { createLogger } from '@lyceum/telemetry';
import { createTestDatabase, type TestDatabase } from '@lyceum/testing';
import { createInProcessTransport } from '@lyceum/transport';
import fc from 'fast-check';
import { type Consumer, CreateEventTables1764000000000, defineConsumer, dispatch, on, topicsOf } from './index.ts';

const log = createLogger('test', 'silent');
let database: TestDatabase;
let committed = 0;

beforeAll(async () => {
  database = await createTestDatabase({ name: 'consumer', entities: [], migrations: [CreateEventTables1764000000000] });
  await database.dataSource.query(`
    CREATE TABLE catalogue (id text PRIMARY KEY, title text NOT NULL, version int NOT NULL);
    CREATE TABLE mail (id bigint GENERATED ALWAYS AS IDENTITY, title text NOT NULL)`);
});
afterAll(() => database.drop());
beforeEach(clear);

async function clear(): Promise<void> {
  committed = 0;
  await database.dataSource.query(
    'TRUNCATE catalogue, mail, event_log, outbox, inbox, stream_position, dead_letter RESTART IDENTITY',
  );
}

function envelope(version: number, courseId: string = newId(CourseId), title = `v${version}`): EventEnvelope {
  const data: PayloadOf<typeof CourseCreated> = {
    courseId: CourseId.parse(courseId),
    title,
    instructorId: newId(UserId),
    createdAt: '2026-03-01T10:00:00.000Z',
  };
  return {
    specversion: '1.0',
    id: crypto.randomUUID(),
    source: '/course',
    type: 'course.course.created.v1',
    subject: courseId,
    time: '2026-03-01T10:00:00.000Z',
    datacontenttype: 'application/json',
    data,
    aggregateversion: version,
  };
}

/** Keeps the newest title of each course. */
const catalogue = defineConsumer({
  name: 'catalogue',
  kind: 'projection',
  handlers: [
    on(CourseCreated, async ({ payload, version }, { manager }) => {
      await manager.query(
        `INSERT INTO catalogue VALUES ($1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET title = excluded.title, version = excluded.version`,
        [payload.courseId, payload.title, version],
      );
    }),
  ],
});

/** Writes one letter for each event. */
const mailer = defineConsumer({
  name: 'mailer',
  kind: 'effect',
  handlers: [
    on(CourseCreated, async ({ payload }, { manager }) => {
      await manager.query('INSERT INTO mail (title) VALUES ($1)', [payload.title]);
    }),
  ],
});

/** A mailer that fails after it has written, the first `failures` times. */
function createFailingMailer(failures: number, fail: (manager: { query(sql: string): Promise<unknown> }) => unknown) {
  let left = failures;
  return defineConsumer({
    name: 'failing-mailer',
    kind: 'effect',
    handlers: [
      on(CourseCreated, async ({ payload }, { manager, append }) => {
        await manager.query('INSERT INTO mail (title) VALUES ($1)', [payload.title]);
        append(CoursePublished, { ...payload, publishedAt: payload.createdAt }, 2);
        if (left === 0) return;
        left -= 1;
        await fail(manager);
      }),
    ],
  });
}

const deliver = (event: EventEnvelope, ...consumers: Consumer[]) =>
  dispatch(
    {
      dataSource: database.dataSource,
      log,
      onCommitted: () => {
        committed += 1;
      },
    },
    consumers,
    event,
  );

const rows = (sql: string): Promise<Record<string, unknown>[]> => database.dataSource.query(sql);
const letters = async () => (await rows('SELECT title FROM mail ORDER BY id')).map(({ title }) => title);

describe('a consumer', () => {
  it('applies an event once, however often it comes', async () => {
    const event = envelope(1);
    await Promise.all(Array.from({ length: 20 }, () => deliver(event, catalogue, mailer)));
    await deliver(event, catalogue, mailer);
    expect(await letters()).toEqual(['v1']);
    expect(await rows('SELECT title FROM catalogue')).toEqual([{ title: 'v1' }]);
    expect(await rows('SELECT consumer FROM inbox ORDER BY 1')).toEqual([
      { consumer: 'catalogue' },
      { consumer: 'mailer' },
    ]);
  });

  it('knows the topics it has to hear, each once', () => {
    expect(topicsOf([catalogue, mailer])).toEqual(['course.course']);
  });

  it('leaves alone what it has no handler for', async () => {
    await deliver({ ...envelope(1), type: 'course.course.archived.v1' }, catalogue, mailer);
    expect(await rows('SELECT * FROM inbox')).toEqual([]);
  });

  it('that is a projection passes over a version older than what it has', async () => {
    const [older, newer] = [envelope(1), envelope(2)];
    const course = newer.subject;
    await deliver(newer, catalogue);
    await deliver({ ...older, subject: course, data: { ...(older.data as object), courseId: course } }, catalogue);
    expect(await rows('SELECT title, version FROM catalogue')).toEqual([{ title: 'v2', version: 2 }]);
  });

  it('that is an effect applies late events too', async () => {
    const course = newId(CourseId);
    for (const version of [3, 1, 2]) await deliver(envelope(version, course), mailer);
    expect(await letters()).toEqual(['v3', 'v1', 'v2']);
  });

  it('stores the events that it appends in the same transaction, and tells the relay', async () => {
    const event = envelope(1);
    await deliver(
      event,
      createFailingMailer(0, () => undefined),
    );
    expect(await letters()).toEqual(['v1']);
    expect(await rows('SELECT type, aggregate_id FROM outbox JOIN event_log USING (event_id, occurred_at)')).toEqual([
      { type: 'course.course.published.v1', aggregate_id: event.subject },
    ]);
    expect(committed).toBe(1);
  });
});

describe('a consumer that fails', () => {
  const fail = () => {
    throw new Error('no postage');
  };

  it('twice and then succeeds has applied the event once', async () => {
    await deliver(envelope(1), createFailingMailer(2, fail));
    expect(await letters()).toEqual(['v1']);
    expect(await rows('SELECT type FROM event_log')).toHaveLength(1);
    expect(await rows('SELECT * FROM dead_letter')).toEqual([]);
  });

  it('five times puts the event aside with the error, and leaves nothing of what it tried', async () => {
    const event = envelope(1);
    await deliver(event, createFailingMailer(Number.POSITIVE_INFINITY, fail));
    expect(await rows('SELECT consumer, event_id, envelope, error FROM dead_letter')).toEqual([
      { consumer: 'failing-mailer', event_id: event.id, envelope: event, error: 'no postage' },
    ]);
    for (const table of ['mail', 'event_log', 'outbox', 'inbox']) {
      expect(await rows(`SELECT * FROM ${table}`)).toEqual([]);
    }
    expect(committed).toBe(0);
  });

  it('puts aside an event that does not fit its schema', async () => {
    await deliver({ ...envelope(1), data: { courseId: 'one' } }, mailer);
    expect(await rows('SELECT consumer FROM dead_letter')).toEqual([{ consumer: 'mailer' }]);
  });

  it('does not repeat the effect of another, nor keep it from its own', async () => {
    const event = envelope(1);
    const failing = createFailingMailer(Number.POSITIVE_INFINITY, fail);
    await deliver(event, mailer, failing, catalogue);
    await deliver(event, mailer, failing, catalogue);
    expect(await letters()).toEqual(['v1']);
    expect(await rows('SELECT title FROM catalogue')).toEqual([{ title: 'v1' }]);
    expect(await rows('SELECT consumer FROM dead_letter')).toEqual([{ consumer: 'failing-mailer' }]);
  });

  it('because the database went away leaves the event to the transport: it is not the event that is at fault', async () => {
    const transport = createInProcessTransport({ log });
    const outage = createFailingMailer(6, (manager) => manager.query('SELECT pg_terminate_backend(pg_backend_pid())'));
    await expect(deliver(envelope(1), outage)).rejects.toThrow();
    await transport.subscribe({
      group: 'test',
      topics: topicsOf([outage]),
      handle: (event) => deliver(event, outage),
    });
    await transport.publish([envelope(2)]);
    await transport.close();
    expect(await letters()).toEqual(['v2']);
    expect(await rows('SELECT * FROM dead_letter')).toEqual([]);
  });
});

describe('duplicates and reorderings', () => {
  const courses = [newId(CourseId), newId(CourseId)];
  const history = courses.flatMap((course) => [1, 2, 3, 4].map((version) => envelope(version, course)));

  it('leave a projection in the state of the right order, and an effect with each event once', async () => {
    const anyOrder = fc
      .tuple(
        fc.shuffledSubarray(history, { minLength: history.length }),
        fc.array(fc.constantFrom(...history), { maxLength: 12 }),
        fc.integer({ min: 1, max: 6 }),
      )
      .chain(([all, again, atOnce]) =>
        fc.record({
          events: fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }),
          atOnce: fc.constant(atOnce),
        }),
      );
    await fc.assert(
      fc.asyncProperty(anyOrder, async ({ events, atOnce }) => {
        await clear();
        for (let next = 0; next < events.length; next += atOnce) {
          await Promise.all(events.slice(next, next + atOnce).map((event) => deliver(event, catalogue, mailer)));
        }
        expect(await rows('SELECT id, title, version FROM catalogue ORDER BY id')).toEqual(
          [...courses].sort().map((id) => ({ id, title: 'v4', version: 4 })),
        );
        expect((await letters()).sort()).toEqual(['v1', 'v1', 'v2', 'v2', 'v3', 'v3', 'v4', 'v4']);
        expect(await rows('SELECT * FROM dead_letter')).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
