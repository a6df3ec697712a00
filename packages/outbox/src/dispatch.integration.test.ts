import { CourseCreated, CourseId, CoursePublished, type EventEnvelope, newId } from '@lyceum/contracts';
import { countStatements } from '@lyceum/database/testing';
import { createInProcessTransport } from '@lyceum/transport';
import fc from 'fast-check';
import { type Consumer, defineConsumer, on, topicsOf } from './index.ts';
import { catalogue, failing, ledger, mailer } from './testing/consumers.ts';
import { type Consuming, startConsuming } from './testing/consuming.ts';
import { envelope, range } from './testing/events.ts';

let consuming: Consuming;

beforeAll(async () => {
  consuming = await startConsuming('dispatch');
});
afterAll(() => consuming.drop());
beforeEach(() => consuming.clear());

const rows = (sql: string) => consuming.rows(sql);
const mails = () => consuming.sent('mailer');
const deliver = (event: EventEnvelope, ...consumers: Consumer[]) => consuming.deliver([event], consumers);

/** A mailer that fails after writing, the first `failures` times. */
function createFailingMailer(failures: number, fail: (manager: { query(sql: string): Promise<unknown> }) => unknown) {
  let left = failures;
  return defineConsumer({
    name: 'failing-mailer',
    kind: 'effect',
    handlers: [
      on(CourseCreated, async ({ payload }, { manager, append }) => {
        await manager.query("INSERT INTO mail (consumer, course, title) VALUES ('mailer', $1, $2)", [
          payload.courseId,
          payload.title,
        ]);
        append(CoursePublished, { ...payload, publishedAt: payload.createdAt }, 2);
        if (left === 0) return;
        left -= 1;
        await fail(manager);
      }),
    ],
  });
}

describe('a consumer', () => {
  it('applies an event once, however often it comes', async () => {
    const event = envelope(1);
    await Promise.all(Array.from({ length: 20 }, () => deliver(event, catalogue, mailer)));
    await deliver(event, catalogue, mailer);
    expect(await mails()).toEqual(['v1']);
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
    await deliver({ ...envelope(1), type: CoursePublished.type }, catalogue, mailer);
    expect(await rows('SELECT * FROM inbox')).toEqual([]);
  });

  it('that is a projection skips versions older than its own', async () => {
    const [older, newer] = [envelope(1), envelope(2)];
    const course = newer.subject;
    await deliver(newer, catalogue);
    await deliver({ ...older, subject: course, data: { ...(older.data as object), courseId: course } }, catalogue);
    expect(await rows('SELECT title, version FROM catalogue')).toEqual([{ title: 'v2', version: 2 }]);
  });

  it('that is an effect applies late events too', async () => {
    const course = newId(CourseId);
    for (const version of [3, 1, 2]) await deliver(envelope(version, course), mailer);
    expect(await mails()).toEqual(['v3', 'v1', 'v2']);
  });

  it('stores the events that it appends in the same transaction, and tells the relay', async () => {
    const event = envelope(1);
    await deliver(
      event,
      createFailingMailer(0, () => undefined),
    );
    expect(await mails()).toEqual(['v1']);
    expect(await rows('SELECT type, aggregate_id FROM outbox JOIN event_log USING (event_id, occurred_at)')).toEqual([
      { type: 'course.course.published.v1', aggregate_id: event.subject },
    ]);
    expect(consuming.committed()).toBe(1);
  });
});

describe('a consumer that fails', () => {
  const fail = () => {
    throw new Error('no postage');
  };

  it('twice and then succeeds has applied the event once', async () => {
    await deliver(envelope(1), createFailingMailer(2, fail));
    expect(await mails()).toEqual(['v1']);
    expect(await rows('SELECT type FROM event_log')).toHaveLength(1);
    expect(await rows('SELECT * FROM dead_letter')).toEqual([]);
  });

  it('five times makes the event a dead letter with the error, and rolls back every attempt', async () => {
    const event = envelope(1);
    await deliver(event, createFailingMailer(Number.POSITIVE_INFINITY, fail));
    expect(await rows('SELECT consumer, event_id, envelope, reason, error, attempts FROM dead_letter')).toEqual([
      {
        consumer: 'failing-mailer',
        event_id: event.id,
        envelope: event,
        reason: 'FAILED',
        error: 'no postage',
        attempts: 5,
      },
    ]);
    for (const table of ['mail', 'event_log', 'outbox']) {
      expect(await rows(`SELECT * FROM ${table}`)).toEqual([]);
    }
    expect(consuming.committed()).toBe(0);
  });

  it('once for an event that does not fit its schema puts it aside: trying again changes nothing', async () => {
    await deliver({ ...envelope(1), data: { courseId: 'one' } }, mailer);
    expect(await rows('SELECT reason, attempts FROM dead_letter')).toEqual([{ reason: 'INVALID', attempts: 1 }]);
    const [letter] = await rows('SELECT error FROM dead_letter');
    expect(letter?.error).toMatch(
      /^courseId: Invalid UUID; title: Invalid input: expected string, received undefined; /,
    );
  });

  it('does not receive an event again that is a dead letter', async () => {
    let tries = 0;
    const counting = createFailingMailer(Number.POSITIVE_INFINITY, () => {
      tries += 1;
      fail();
    });
    const event = envelope(1);
    await deliver(event, counting);
    await deliver(event, counting);
    expect(tries).toBe(5);
    expect(await rows('SELECT consumer FROM dead_letter')).toHaveLength(1);
  });

  it('in SQL and hides it has still failed: nothing is taken for applied that was not kept', async () => {
    const event = envelope(1);
    const hiding = createFailingMailer(Number.POSITIVE_INFINITY, (manager) =>
      manager.query('SELECT nothing FROM nowhere').catch(() => undefined),
    );
    await deliver(event, hiding);
    expect(await rows('SELECT event_id, reason FROM dead_letter')).toEqual([{ event_id: event.id, reason: 'FAILED' }]);
  });

  it('does not repeat the effect of another, nor keep it from its own', async () => {
    const event = envelope(1);
    const failing = createFailingMailer(Number.POSITIVE_INFINITY, fail);
    await deliver(event, mailer, failing, catalogue);
    await deliver(event, mailer, failing, catalogue);
    expect(await mails()).toEqual(['v1']);
    expect(await rows('SELECT title FROM catalogue')).toEqual([{ title: 'v1' }]);
    expect(await rows('SELECT consumer FROM dead_letter')).toEqual([{ consumer: 'failing-mailer' }]);
  });

  it('because the database went away leaves the event to the transport: it is not the event that is at fault', async () => {
    const transport = createInProcessTransport({ log: consuming.context.log });
    const outage = createFailingMailer(6, (manager) => manager.query('SELECT pg_terminate_backend(pg_backend_pid())'));
    await expect(deliver(envelope(1), outage)).rejects.toThrow();
    await transport.subscribe({
      group: 'test',
      topics: topicsOf([outage]),
      handle: (events) => consuming.deliver(events, [outage]),
    });
    await transport.publish([envelope(2)]);
    await transport.close();
    expect(await mails()).toEqual(['v2']);
    expect(await rows('SELECT * FROM dead_letter')).toEqual([]);
  });
});

describe('a batch', () => {
  it('takes one transaction for each consumer, whatever its size', async () => {
    const statements = async (size: number) => {
      const events = range(size).map(() => envelope(1));
      const counted = await countStatements(consuming.database.dataSource, () => consuming.deliver(events, [mailer]));
      return counted.statements.length;
    };
    expect(await statements(100)).toBe(await statements(2));
    expect(await mails()).toHaveLength(102);
  });

  it('applies an event that it has twice once, and none that came before', async () => {
    const [early, twice, late] = [envelope(1), envelope(2), envelope(3)];
    await consuming.deliver([early], [mailer, catalogue]);
    await consuming.deliver([twice, early, twice, late], [mailer, catalogue]);
    expect(await mails()).toEqual(['v1', 'v2', 'v3']);
  });

  it('moves a projection to the newest version, and skips events that arrive out of order', async () => {
    const course = newId(CourseId);
    await consuming.deliver(
      [1, 3, 2].map((version) => envelope(version, course)),
      [catalogue],
    );
    expect(await rows('SELECT title, version FROM catalogue')).toEqual([{ title: 'v3', version: 3 }]);
    expect(await rows('SELECT version FROM stream_position')).toEqual([{ version: '3' }]);
  });

  it('in which one event fails applies all the others, each once', async () => {
    failing.titles.add('v3');
    const events = range(5).map((version) => envelope(version));
    await consuming.deliver(events, [mailer, ledger, catalogue]);
    await consuming.deliver(events, [mailer, ledger, catalogue]);
    for (const consumer of ['mailer', 'ledger']) {
      expect(await consuming.sent(consumer)).toEqual(['v1', 'v2', 'v4', 'v5']);
      expect(await consuming.deadLetters(consumer)).toEqual(['FAILED v3']);
    }
    expect(await rows('SELECT title FROM catalogue ORDER BY 1')).toHaveLength(4);
  });

  it('reaches every consumer although one of them is kept from its work', async () => {
    const outage = createFailingMailer(1, (manager) => manager.query('SELECT pg_terminate_backend(pg_backend_pid())'));
    const events = [envelope(1), envelope(2)];
    await expect(consuming.deliver(events, [outage, ledger])).rejects.toThrow(/terminat/i);
    expect(await consuming.sent('ledger')).toEqual(['v1', 'v2']);
    expect(await rows('SELECT 1 FROM dead_letter')).toEqual([]);
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
        await consuming.clear();
        for (let next = 0; next < events.length; next += atOnce) {
          await Promise.all(events.slice(next, next + atOnce).map((event) => deliver(event, catalogue, mailer)));
        }
        expect(await rows('SELECT id, title, version FROM catalogue ORDER BY id')).toEqual(
          [...courses].sort().map((id) => ({ id, title: 'v4', version: 4 })),
        );
        expect((await mails()).sort()).toEqual(['v1', 'v1', 'v2', 'v2', 'v3', 'v3', 'v4', 'v4']);
        expect(await rows('SELECT * FROM dead_letter')).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
