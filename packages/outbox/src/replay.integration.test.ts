import { CourseId, newId } from '@lyceum/contracts';
import { inAnotherProcess } from '@lyceum/database/testing';
import { until } from '@lyceum/testing';
import { defineConsumer, discard, findDiscarding, takeUpParked } from './index.ts';
import { lockConsumerExclusive } from './rebuild-lock.ts';
import {
  catalogue,
  consumers,
  failing,
  knowsBoth,
  ledger,
  mailer,
  stopFailing,
  upgraded,
} from './testing/consumers.ts';
import { type Consuming, startConsuming } from './testing/consuming.ts';
import { envelope, newerEnvelope, range } from './testing/events.ts';
import { describeReplayed, replayed } from './testing/replaying.ts';

let consuming: Consuming;

beforeAll(async () => {
  consuming = await startConsuming('replay');
});
afterAll(() => consuming.drop());
beforeEach(() => consuming.clear());

const course = newId(CourseId);
const titles = () => consuming.rows('SELECT title, version FROM catalogue');

/** Events of one course, some of which fail at first. */
async function deliver(count: number, ...failed: string[]): Promise<void> {
  for (const title of failed) failing.titles.add(title);
  for (const version of range(count)) await consuming.deliver([envelope(version, course)], consumers);
}

describe('a replay', () => {
  it('applies the letters of a key in order, and lets the key go', async () => {
    await deliver(4, 'v2');
    stopFailing();
    expect(await replayed(consuming.context, consumers, { consumer: 'ledger' })).toEqual([
      'applied v2',
      'applied v3',
      'applied v4',
    ]);
    expect(await consuming.sent('ledger')).toEqual(['v1', 'v2', 'v3', 'v4']);
    expect(await consuming.deadLetters('ledger')).toEqual([]);
    expect(await consuming.blocked('ledger')).toEqual([]);
    await consuming.deliver([envelope(5, course)], [ledger]);
    expect(await consuming.sent('ledger')).toEqual(['v1', 'v2', 'v3', 'v4', 'v5']);
  });

  it('of a projection brings it where it would be', async () => {
    await deliver(4, 'v2');
    stopFailing();
    await replayed(consuming.context, consumers, { consumer: 'catalogue' });
    expect(await titles()).toEqual([{ title: 'v4', version: 4 }]);
  });

  it('stops at an event that fails again: the events it blocks remain, with the new error', async () => {
    await deliver(4, 'v2');
    stopFailing();
    failing.titles.add('v3');
    expect(await replayed(consuming.context, consumers, { consumer: 'ledger' })).toEqual(['applied v2', 'failed v3']);
    expect(await consuming.deadLetters('ledger')).toEqual(['FAILED v3', 'BLOCKED v4']);
    expect(await consuming.blocked('ledger')).toEqual([course]);
    expect(
      await consuming.rows("SELECT error, attempts FROM dead_letter WHERE consumer = 'ledger' AND version = 3"),
    ).toEqual([{ error: 'no postage for v3', attempts: 1 }]);
    expect(await consuming.sent('ledger')).toEqual(['v1', 'v2']);
  });

  it('counts the attempts, and leaves nothing of one that failed', async () => {
    await deliver(1, 'v1');
    await replayed(consuming.context, consumers, { consumer: 'mailer' });
    expect(await consuming.rows("SELECT attempts FROM dead_letter WHERE consumer = 'mailer'")).toEqual([
      { attempts: 6 },
    ]);
    expect(await consuming.sent('mailer')).toEqual([]);
  });

  it('skips a dead letter from before keys were blocked, if the projection has advanced', async () => {
    await consuming.deliver([envelope(2, course)], [catalogue]);
    const old = envelope(1, course);
    await consuming.rows(
      `INSERT INTO dead_letter (consumer, event_id, type, aggregate_type, aggregate_id, version, envelope, reason, error, attempts)
       VALUES ('catalogue', $1, $2, 'course', $3, 1, $4, 'FAILED', 'no', 5)`,
      [old.id, old.type, course, JSON.stringify(old)],
    );
    expect(await replayed(consuming.context, consumers)).toEqual(['passed over v1']);
    expect(await titles()).toEqual([{ title: 'v2', version: 2 }]);
    expect(await consuming.deadLetters('catalogue')).toEqual([]);
  });

  it('of one event takes along its key where order matters, and nothing else', async () => {
    await deliver(2, 'v1');
    await consuming.deliver([envelope(1, undefined, 'v1')], [ledger]);
    stopFailing();
    const [{ event_id: eventId }] = (await consuming.rows(
      "SELECT event_id FROM dead_letter WHERE consumer = 'ledger' AND version = 2",
    )) as [{ event_id: string }];
    expect(await replayed(consuming.context, consumers, { consumer: 'ledger', eventId })).toEqual([
      'applied v1',
      'applied v2',
    ]);
    expect(await consuming.deadLetters('ledger')).toEqual(['FAILED v1']);
  });

  it('reports letters of a consumer that is gone, and leaves them', async () => {
    await deliver(1, 'v1');
    expect(await replayed(consuming.context, [ledger], { consumer: 'mailer' })).toEqual(['failed v1']);
    expect(await consuming.deadLetters('mailer')).toEqual(['FAILED v1']);
  });

  it('twice at once applies each letter once', async () => {
    await deliver(6, 'v1', 'v3');
    stopFailing();
    await Promise.all(range(4).map(() => replayed(consuming.context, consumers)));
    expect(await consuming.sent('ledger')).toEqual(range(6).map((version) => `v${version}`));
    expect((await consuming.sent('mailer')).sort()).toEqual(range(6).map((version) => `v${version}`));
  });

  it('while live events of the same key arrive leaves no letter behind that nothing blocks, and keeps the order', async () => {
    await deliver(3, 'v1');
    stopFailing();
    const live = async () => {
      for (const version of range(20)) await consuming.deliver([envelope(version + 3, course)], [ledger, catalogue]);
    };
    const replaying = async () => {
      for (let turn = 0; turn < 10; turn += 1) await replayed(consuming.context, consumers);
    };
    await Promise.all([live(), replaying()]);
    for (const consumer of ['ledger', 'catalogue']) {
      expect(await consuming.deadLetters(consumer)).toEqual([]);
      expect(await consuming.blocked(consumer)).toEqual([]);
    }
    expect(await consuming.sent('ledger')).toEqual(range(23).map((version) => `v${version}`));
    expect(await titles()).toEqual([{ title: 'v23', version: 23 }]);
  });

  it('holds back a live event of the key that it works on until it is done', async () => {
    await deliver(1, 'v1');
    stopFailing();
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    let entered = false;
    const slow = defineConsumer({
      ...{ name: 'ledger', kind: 'effect', ordered: true },
      handlers: [...ledger.handlers.values()].map((handler) => ({
        ...handler,
        async apply(events, transaction) {
          entered = true;
          await gate;
          await handler.apply(events, transaction);
        },
      })),
    });
    const replaying = replayed(consuming.context, [slow], { consumer: 'ledger' });
    await until(() => entered);
    const live = consuming.deliver([envelope(2, course)], [ledger]);
    await until(
      async () =>
        (
          await consuming.rows(
            "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
          )
        ).length > 0,
    );
    go();
    await Promise.all([replaying, live]);
    expect(await consuming.sent('ledger')).toEqual(['v1', 'v2']);
    expect(await consuming.deadLetters('ledger')).toEqual([]);
  });

  it('of a projection that is being rebuilt is refused', async () => {
    await deliver(1, 'v1');
    await consuming.database.dataSource.transaction(async (manager) => {
      await lockConsumerExclusive(manager, 'catalogue');
      const replaying = inAnotherProcess(() => replayed(consuming.context, consumers, { consumer: 'catalogue' }));
      await expect(replaying).rejects.toThrow(/being rebuilt/);
    });
  });
});

describe('a start', () => {
  const newer = () => ({ ...consuming.context, isKnown: knowsBoth });

  it('applies parked events whose type is now known, in order, with the events they blocked', async () => {
    const events = [envelope(1, course), newerEnvelope(2, course), envelope(3, course), newerEnvelope(4, course)];
    for (const event of events) await consuming.deliver([event], consumers);
    await takeUpParked(newer(), upgraded);
    expect(await consuming.sent('ledger')).toEqual(['v1', 'v2', 'v3', 'v4']);
    expect(await titles()).toEqual([{ title: 'v4', version: 4 }]);
    for (const { name } of upgraded) {
      expect(await consuming.deadLetters(name)).toEqual([]);
      expect(await consuming.blocked(name)).toEqual([]);
    }
  });

  it('skips events that the upgraded consumer does not use, and unblocks their key', async () => {
    await consuming.deliver([newerEnvelope(1, course), envelope(2, course)], [ledger, mailer]);
    await takeUpParked(newer(), [ledger, mailer]);
    expect(await consuming.sent('ledger')).toEqual(['v2']);
    expect(await consuming.sent('mailer')).toEqual(['v2']);
    expect(await consuming.rows('SELECT 1 FROM dead_letter')).toEqual([]);
    expect(await consuming.blocked('ledger')).toEqual([]);
  });

  it('ignores types that are still unknown, and events that failed for another reason', async () => {
    failing.titles.add('v1');
    await consuming.deliver([envelope(1), newerEnvelope(2)], [ledger]);
    stopFailing();
    await takeUpParked(consuming.context, [ledger]);
    expect((await consuming.deadLetters('ledger')).sort()).toEqual(['FAILED v1', 'UNKNOWN_TYPE v2']);
  });

  it('leaves a consumer that is being rebuilt for the next look', async () => {
    await consuming.deliver([newerEnvelope(1, course)], [ledger, catalogue]);
    await consuming.database.dataSource.transaction(async (manager) => {
      await lockConsumerExclusive(manager, 'catalogue');
      await inAnotherProcess(() => takeUpParked(newer(), upgraded));
    });
    expect(await consuming.deadLetters('ledger')).toEqual([]);
    expect(await consuming.deadLetters('catalogue')).toEqual(['UNKNOWN_TYPE v1']);
  });

  it('marks a parked event that fails as FAILED, which still blocks its key', async () => {
    await consuming.deliver([newerEnvelope(1, course), envelope(2, course)], [ledger]);
    failing.titles.add('v1');
    await takeUpParked(newer(), upgraded);
    expect(await consuming.deadLetters('ledger')).toEqual(['FAILED v1', 'BLOCKED v2']);
    expect(await consuming.blocked('ledger')).toEqual([course]);
  });
});

describe('a discarded event', () => {
  async function idOf(consumer: string, version: number): Promise<string> {
    const [row] = await consuming.rows('SELECT event_id FROM dead_letter WHERE consumer = $1 AND version = $2', [
      ...[consumer, version],
    ]);
    return String(row?.event_id);
  }

  it('is never applied, but the events it blocked are', async () => {
    const poison = envelope(2, course);
    failing.titles.add('v2');
    for (const event of [envelope(1, course), poison, envelope(3, course)]) await consuming.deliver([event], [ledger]);
    const letter = { consumer: 'ledger', eventId: poison.id };
    const found = await findDiscarding(consuming.context, ledger, letter);
    expect(found?.letter.envelope).toEqual(poison);
    expect(found?.followers.map(({ envelope: { aggregateversion } }) => aggregateversion)).toEqual([3]);

    expect((await discard(consuming.context, ledger, letter))?.map(describeReplayed)).toEqual(['applied v3']);
    await consuming.deliver([poison, envelope(4, course)], [ledger]);
    expect(await consuming.sent('ledger')).toEqual(['v1', 'v3', 'v4']);
    expect(await consuming.deadLetters('ledger')).toEqual([]);
    expect(await discard(consuming.context, ledger, letter)).toBeUndefined();
  });

  it('may be blocked by another dead letter, which remains', async () => {
    await deliver(3, 'v1');
    const eventId = await idOf('ledger', 2);
    await discard(consuming.context, ledger, { consumer: 'ledger', eventId });
    expect(await consuming.deadLetters('ledger')).toEqual(['FAILED v1', 'BLOCKED v3']);
  });

  it('may belong to a consumer that is gone', async () => {
    await deliver(1, 'v1');
    const eventId = await idOf('mailer', 1);
    expect(await discard(consuming.context, undefined, { consumer: 'mailer', eventId })).toEqual([]);
    expect(await consuming.deadLetters('mailer')).toEqual([]);
  });
});
