import { CourseCreated, CourseId, EventEnvelope, newId, UserId } from '@lyceum/contracts';
import { createTestDatabase, type TestDatabase } from '@lyceum/database/testing';
import { createLogger, runInRequest } from '@lyceum/telemetry';
import { until } from '@lyceum/testing';
import { createInProcessTransport } from '@lyceum/transport';
import { createOutbox, eventMigrations, type Outbox, startRelay, type Transaction } from './index.ts';

let database: TestDatabase;
let outbox: Outbox;
let commits = 0;

beforeAll(async () => {
  database = await createTestDatabase({ name: 'outbox', entities: [], migrations: eventMigrations });
  await database.dataSource.query('CREATE TABLE course (id text PRIMARY KEY, title text NOT NULL)');
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.dataSource.query('TRUNCATE course, event_log, outbox RESTART IDENTITY');
  commits = 0;
  outbox = createOutbox(database.dataSource, () => {
    commits += 1;
  });
});

function payload(title = 'Algebra') {
  return { courseId: newId(CourseId), title, instructorId: newId(UserId), createdAt: '2026-03-01T10:00:00.000Z' };
}

async function addCourse({ manager, append }: Transaction, course = payload(), version = 1): Promise<void> {
  await manager.query('INSERT INTO course VALUES ($1, $2)', [course.courseId, course.title]);
  append(CourseCreated, course, version);
}

async function counts(): Promise<{ courses: number; logged: number; queued: number }> {
  const [row] = await database.dataSource.query(
    `SELECT (SELECT count(*)::int FROM course) AS courses, (SELECT count(*)::int FROM event_log) AS logged,
            (SELECT count(*)::int FROM outbox) AS queued`,
  );
  return row;
}

describe('events of a transaction', () => {
  it('are stored with its changes, and the relay is told after the commit', async () => {
    const result = await outbox.transaction(async (transaction) => {
      await addCourse(transaction);
      expect(commits).toBe(0);
      return 'done';
    });
    expect(result).toBe('done');
    expect(await counts()).toEqual({ courses: 1, logged: 1, queued: 1 });
    expect(commits).toBe(1);
  });

  it('vanish with its changes when it fails', async () => {
    const failing = outbox.transaction(async (transaction) => {
      await addCourse(transaction);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await counts()).toEqual({ courses: 0, logged: 0, queued: 0 });
    expect(commits).toBe(0);
  });

  it('take the changes with them when they cannot be stored', async () => {
    await database.dataSource.query('ALTER TABLE outbox RENAME TO outbox_away');
    try {
      await expect(outbox.transaction((transaction) => addCourse(transaction))).rejects.toThrow(/outbox/);
    } finally {
      await database.dataSource.query('ALTER TABLE outbox_away RENAME TO outbox');
    }
    expect(await counts()).toEqual({ courses: 0, logged: 0, queued: 0 });
  });

  it('must fit their schema: otherwise nothing is changed', async () => {
    const failing = outbox.transaction(async (transaction) => {
      await addCourse(transaction);
      transaction.append(CourseCreated, { ...payload(), createdAt: 'yesterday' }, 2);
    });
    await expect(failing).rejects.toMatchObject({
      name: 'ZodError',
      issues: [expect.objectContaining({ path: ['createdAt'] })],
    });
    expect(await counts()).toEqual({ courses: 0, logged: 0, queued: 0 });
  });

  it('are refused by their schema before anything else looks at them', async () => {
    const failing = outbox.transaction(async ({ append }) => append(CourseCreated, undefined as never, 1));
    await expect(failing).rejects.toMatchObject({ name: 'ZodError' });
  });

  it('are refused once it has ended, as they would be lost', async () => {
    let late: Transaction['append'] | undefined;
    await outbox.transaction(async (transaction) => {
      late = transaction.append;
    });
    expect(() => late?.(CourseCreated, payload(), 1)).toThrow(/has ended/);
  });

  it('queue in the order in which they were appended, however many there are', async () => {
    const course = payload();
    await outbox.transaction(async ({ append }) => {
      for (let version = 1; version <= 1_000; version += 1) append(CourseCreated, course, version);
    });
    const rows: { version: string }[] = await database.dataSource.query(
      'SELECT version FROM outbox JOIN event_log USING (event_id, occurred_at) ORDER BY outbox.id',
    );
    expect(rows.map(({ version }) => Number(version))).toEqual(Array.from({ length: 1_000 }, (_, index) => index + 1));
  });

  it('need none: a transaction without events wakes nobody', async () => {
    await outbox.transaction(({ manager }) => manager.query("INSERT INTO course VALUES ('1', 'Algebra')"));
    expect(await counts()).toEqual({ courses: 1, logged: 0, queued: 0 });
    expect(commits).toBe(0);
  });
});

describe('an envelope', () => {
  it('is a CloudEvent that says what happened to whom, in which version, and by which request', async () => {
    const log = createLogger('test', 'silent');
    const transport = createInProcessTransport({ log });
    const received: EventEnvelope[] = [];
    await transport.subscribe({
      group: 'test',
      topics: ['course.course'],
      handle: async (envelopes) => void received.push(...envelopes),
    });
    const course = payload();
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    await runInRequest({ requestId: 'web-7', traceparent }, () =>
      outbox.transaction((transaction) => addCourse(transaction, course, 3)),
    );
    await outbox.transaction((transaction) => addCourse(transaction));
    const [logged] = await database.dataSource.query('SELECT event_id, occurred_at FROM event_log WHERE version = 3');

    const relay = startRelay({ url: database.url, source: '/course', transport, log });
    await until(() => received.length === 2);
    await relay.stop();
    await transport.close();

    expect(received[0]).toEqual({
      specversion: '1.0',
      id: logged.event_id,
      source: '/course',
      type: 'course.course.created.v1',
      subject: course.courseId,
      time: logged.occurred_at.toISOString(),
      datacontenttype: 'application/json',
      data: course,
      aggregateversion: 3,
      correlationid: 'web-7',
      traceparent,
    });
    expect(Object.keys(received[1] ?? {})).not.toContain('correlationid');
    for (const envelope of received) expect(EventEnvelope.parse(envelope)).toEqual(envelope);
  });
});
