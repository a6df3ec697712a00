import { CourseCreated, CourseId, type EventEnvelope, newId, UserId } from '@lyceum/contracts';
import { createTestDatabase, type TestDatabase } from '@lyceum/database/testing';
import { createLogger } from '@lyceum/telemetry';
import { until } from '@lyceum/testing';
import { type EventTransport, TransportClosed } from '@lyceum/transport';
import { createOutbox, eventMigrations, type Outbox, type Relay, startRelay } from './index.ts';
import type { RelayState } from './observer.ts';
import { runWithEvents } from './outbox.ts';

const log = createLogger('test', 'silent');
let database: TestDatabase;
let outbox: Outbox;
const relays: Relay[] = [];

beforeAll(async () => {
  database = await createTestDatabase({ name: 'relay', entities: [], migrations: eventMigrations });
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.dataSource.query('TRUNCATE event_log, outbox RESTART IDENTITY');
  outbox = createOutbox(database.dataSource, () => {
    for (const relay of relays) relay.wake();
  });
});
afterEach(() => Promise.all(relays.splice(0).map((relay) => relay.stop())));

/** A transport that records what it is given; `before` may fail or wait. */
function createRecorder(before: () => Promise<void> | void = () => undefined) {
  const published: EventEnvelope[] = [];
  const transport: EventTransport = {
    async publish(batch) {
      await before();
      published.push(...batch);
    },
    subscribe: async () => ({ stop: async () => undefined }),
    checkHealth: async () => undefined,
    close: async () => undefined,
  };
  return { published, transport };
}

function relayTo(transport: EventTransport, source = '/course'): Relay {
  const relay = startRelay({ url: database.url, source, transport, log });
  relays.push(relay);
  return relay;
}

function eventOf(courseId: CourseId) {
  return { courseId, title: 'Algebra', instructorId: newId(UserId), createdAt: '2026-03-01T10:00:00.000Z' };
}

async function append(courseId: CourseId, ...versions: number[]): Promise<void> {
  await outbox.transaction(async (transaction) => {
    for (const version of versions) transaction.append(CourseCreated, eventOf(courseId), version);
  });
}

async function queued(): Promise<{ attempts: number; last_error: string | null }[]> {
  return database.dataSource.query('SELECT attempts, last_error FROM outbox ORDER BY id');
}

const outboxIsEmpty = async () => (await queued()).length === 0;

/** The relays' connections in `pg_stat_activity`. */
async function connections(source = 'course'): Promise<{ pid: number; query: string }[]> {
  return database.dataSource.query(
    'SELECT pid, query FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1',
    [`${source} relay`],
  );
}

/** A gate that stays closed until it is opened. */
function createGate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

const range = (length: number) => Array.from({ length }, (_, index) => index + 1);

describe('the relay', () => {
  it('publishes what waits, oldest first, in batches, and deletes it', async () => {
    const { published, transport } = createRecorder();
    const course = newId(CourseId);
    await append(course, ...range(1_200));
    relayTo(transport);
    await until(outboxIsEmpty);
    expect(published.map(({ aggregateversion }) => aggregateversion)).toEqual(range(1_200));
    const [{ kept }] = await database.dataSource.query('SELECT count(*)::int AS kept FROM event_log');
    expect(kept).toBe(1_200);
  });

  it('keeps the order of every aggregate under twenty concurrent writers', async () => {
    const { published, transport } = createRecorder();
    relayTo(transport);
    await database.dataSource.query(
      'CREATE TABLE IF NOT EXISTS counter (id uuid PRIMARY KEY, version int NOT NULL DEFAULT 0)',
    );
    const courses = range(4).map(() => newId(CourseId));
    for (const course of courses) await database.dataSource.query('INSERT INTO counter (id) VALUES ($1)', [course]);
    await Promise.all(
      range(20).map(async (writer) => {
        for (let turn = 0; turn < 10; turn += 1) {
          const course = courses[(writer + turn) % courses.length] as CourseId;
          await outbox.transaction(async (transaction) => {
            const [[{ version }]] = await transaction.manager.query(
              'UPDATE counter SET version = version + 1 WHERE id = $1 RETURNING version',
              [course],
            );
            transaction.append(CourseCreated, eventOf(course), version);
          });
        }
      }),
    );
    await until(outboxIsEmpty);
    for (const course of courses) {
      const versions = published
        .filter(({ subject }) => subject === course)
        .map(({ aggregateversion }) => aggregateversion);
      expect(versions).toEqual(range(50));
    }
  });

  it('carries an event that was committed while it slept as soon as it is woken', async () => {
    const { published, transport } = createRecorder();
    const relay = relayTo(transport);
    await until(async () => (await connections()).some(({ query }) => query.includes('FROM outbox')));
    await append(newId(CourseId), 1);
    relay.wake();
    await until(() => published.length === 1);
    await until(outboxIsEmpty);
  });

  it('polls for events without a wake-up', async () => {
    const { published, transport } = createRecorder();
    relayTo(transport);
    outbox = createOutbox(database.dataSource, () => undefined);
    await append(newId(CourseId), 1);
    await until(() => published.length === 1);
  });

  it('keeps events that the transport does not take, with the reason, and carries them later', async () => {
    let down = true;
    const { published, transport } = createRecorder(() => {
      if (down) throw new Error('no broker answers');
    });
    const course = newId(CourseId);
    await append(course, 1, 2);
    relayTo(transport);
    await until(async () => (await queued()).every(({ attempts }) => attempts >= 2));
    expect((await queued()).map(({ last_error }) => last_error)).toEqual(['no broker answers', 'no broker answers']);
    await append(course, 3);
    down = false;
    await until(outboxIsEmpty);
    expect(published.map(({ aggregateversion }) => aggregateversion)).toEqual([1, 2, 3]);
  });

  it('waits longer after every failure of the transport, however often commits wake it meanwhile', async () => {
    const attemptedAt: number[] = [];
    const { transport } = createRecorder(() => {
      attemptedAt.push(performance.now());
      throw new Error('no broker answers');
    });
    await append(newId(CourseId), 1);
    const relay = relayTo(transport);
    await until(() => {
      relay.wake();
      return attemptedAt.length === 4;
    });
    const waits = attemptedAt.slice(1).map((time, index) => time - (attemptedAt[index] ?? 0));
    for (const [index, least] of [95, 195, 395].entries()) expect(waits[index]).toBeGreaterThan(least);
  });

  it('ends without another try when the transport is closed, and leaves the events where they are', async () => {
    let attempts = 0;
    const { transport } = createRecorder(() => {
      attempts += 1;
      throw new TransportClosed();
    });
    await append(newId(CourseId), 1);
    const relay = relayTo(transport);
    await until(async () => attempts === 1 && (await connections()).length === 0);
    relay.wake();
    await relay.stop();
    expect(attempts).toBe(1);
    expect(await queued()).toEqual([{ attempts: 0, last_error: null }]);
  });

  it('works alone: a second one waits, and takes over when the first stops', async () => {
    const first = createRecorder();
    const second = createRecorder();
    const course = newId(CourseId);
    await append(course, 1);
    const firstRelay = relayTo(first.transport);
    await until(outboxIsEmpty);
    relayTo(second.transport, '/replica');
    await until(async () => (await connections('replica')).some(({ query }) => query.includes('pg_try_advisory_lock')));
    for (const version of range(20)) await append(course, version + 1);
    await until(outboxIsEmpty);
    expect(first.published.map(({ aggregateversion }) => aggregateversion)).toEqual(range(21));
    expect(second.published).toEqual([]);

    await firstRelay.stop();
    await append(course, 22);
    await until(outboxIsEmpty);
    expect(first.published).toHaveLength(21);
    expect(second.published.map(({ aggregateversion }) => aggregateversion)).toEqual([22]);
  });

  it('reports its state: publishing, standing by, failing, stopped', async () => {
    let down = false;
    const { transport } = createRecorder(() => {
      if (down) throw new Error('no broker answers');
    });
    const first: RelayState[] = [];
    const second: RelayState[] = [];
    let failures = 0;
    const observed = (states: RelayState[]) => {
      const relay = startRelay({
        ...{ url: database.url, source: '/course', transport, log },
        observer: {
          relay: (state) => {
            if (states.at(-1) !== state) states.push(state);
          },
          relayFailed: () => {
            failures += 1;
          },
        },
      });
      relays.push(relay);
      return relay;
    };
    const carrying = observed(first);
    await until(() => first.at(-1) === 'carrying');
    observed(second);
    await until(() => second.at(-1) === 'standby');
    down = true;
    await append(newId(CourseId), 1);
    await until(() => failures >= 1 && first.includes('failing'));
    down = false;
    await until(outboxIsEmpty);
    await carrying.stop();
    await until(() => second.at(-1) === 'carrying');
    expect(first.at(-1)).toBe('stopped');
  });

  it('is notified of commits by a process whose own relay stands by', async () => {
    const { published, transport } = createRecorder();
    const never = { firstMs: 3_600_000, longestMs: 3_600_000 };
    const start = (source: string) => {
      const relay = startRelay({ url: database.url, source, transport, log, poll: never });
      relays.push(relay);
      return relay;
    };
    start('/course');
    await until(async () => (await connections()).some(({ query }) => query.includes('FROM outbox')));
    const waiting = start('/replica');
    await until(async () => (await connections('replica')).some(({ query }) => query.includes('pg_try_advisory_lock')));
    outbox = createOutbox(database.dataSource, waiting.wake);
    const course = newId(CourseId);
    for (const version of range(3)) {
      await append(course, version);
      await until(() => published.length === version);
    }
  });

  it('reconnects when its connection is killed', async () => {
    const { published, transport } = createRecorder();
    relayTo(transport);
    const course = newId(CourseId);
    await append(course, 1);
    await until(outboxIsEmpty);
    const pid = (await connections())[0]?.pid;
    await database.dataSource.query('SELECT pg_terminate_backend($1)', [pid]);
    await append(course, 2);
    await until(outboxIsEmpty);
    expect(published.map(({ aggregateversion }) => aggregateversion)).toEqual([1, 2]);
    expect((await connections()).map((connection) => connection.pid)).not.toContain(pid);
  });

  it('publishes again events that it had no time to delete', async () => {
    const gate = createGate();
    const taken: number[] = [];
    const { transport } = createRecorder();
    relayTo({
      ...transport,
      async publish(batch) {
        taken.push(...batch.map(({ aggregateversion }) => aggregateversion));
        await gate.opened;
      },
    });
    await append(newId(CourseId), 1);
    await until(() => taken.length === 1);
    const pid = (await connections())[0]?.pid;
    await database.dataSource.query('SELECT pg_terminate_backend($1)', [pid]);
    gate.open();
    await until(outboxIsEmpty);
    expect(taken).toEqual([1, 1]);
  });

  it('does not lose an event whose transaction took its place early and commits late', async () => {
    const { published, transport } = createRecorder();
    relayTo(transport);
    const [early, later] = [newId(CourseId), newId(CourseId)];
    const placed = createGate();
    const mayCommit = createGate();
    const slow = database.dataSource.transaction(async (manager) => {
      await runWithEvents(manager, async (transaction) => transaction.append(CourseCreated, eventOf(early), 1));
      placed.open();
      await mayCommit.opened;
    });
    await placed.opened;
    await append(later, 1);
    await until(() => published.length === 1);
    mayCommit.open();
    await slow;
    await until(() => published.length === 2);
    expect(published.map(({ subject }) => subject)).toEqual([later, early]);
  });

  it('gives up a batch that the transport does not finish, and leaves it in the outbox', async () => {
    const gate = createGate();
    let began = false;
    const { transport } = createRecorder(async () => {
      began = true;
      await gate.opened;
    });
    await append(newId(CourseId), 1);
    const relay = startRelay({ url: database.url, source: '/course', transport, log, stopWithinMs: 20 });
    await until(() => began);
    await relay.stop();
    gate.open();
    await until(async () => (await connections()).length === 0);
    expect(await queued()).toHaveLength(1);
  });

  it('stops after the current batch', async () => {
    const gate = createGate();
    let began = false;
    const { published, transport } = createRecorder(async () => {
      began = true;
      await gate.opened;
    });
    await append(newId(CourseId), 1);
    const relay = relayTo(transport);
    await until(() => began);
    const stopped = relay.stop();
    gate.open();
    await stopped;
    expect(published).toHaveLength(1);
    expect(await queued()).toEqual([]);
    await until(async () => (await connections()).length === 0);
  });
});
