import { CourseCreated, CourseId, CoursePublished, newId } from '@lyceum/contracts';
import { until } from '@lyceum/testing';
import { defineConsumer, discard, on, type Progress, producersOf, type Rebuilt, rebuild } from './index.ts';
import { catalogue, failing, knowsBoth, ledger, mailer, upgraded } from './testing/consumers.ts';
import { type Consuming, startConsuming } from './testing/consuming.ts';
import { type EventHistory, startEventHistory } from './testing/event-history.ts';
import { envelope, newerEnvelope, range } from './testing/events.ts';
import { replayed } from './testing/replaying.ts';

let consuming: Consuming;
let history: EventHistory;

beforeAll(async () => {
  [consuming, history] = await Promise.all([startConsuming('rebuild'), startEventHistory()]);
});
afterAll(() => Promise.all([consuming.drop(), history.drop()]));
beforeEach(() => Promise.all([consuming.clear(), history.clear()]));

const courses = range(3)
  .map(() => newId(CourseId))
  .sort();
const [first, second, third] = courses as [CourseId, CourseId, CourseId];
const catalogued = () => consuming.rows('SELECT id, title, version FROM catalogue ORDER BY id');
const rebuildCatalogue = (onProgress?: (progress: Progress) => void): Promise<Rebuilt> =>
  rebuild(consuming.context, catalogue, [history.source], onProgress);

/** A gate for one connection: the projection's handler waits at it. */
function createGate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

describe('rebuilding a projection', () => {
  it('brings back what was lost, aggregate by aggregate in the order of versions, whatever the order in the log', async () => {
    await history.write([3, 1, 2].flatMap((version) => courses.map((course) => envelope(version, course))));
    await consuming.rows("INSERT INTO catalogue VALUES ('stray', 'no event knows it', 1)");
    expect(await rebuildCatalogue()).toEqual({ read: 9, applied: 9, deadLetters: 0 });
    expect(await catalogued()).toEqual(courses.map((id) => ({ id, title: 'v3', version: 3 })));
    expect(await consuming.rows('SELECT version FROM stream_position')).toEqual(courses.map(() => ({ version: '3' })));
  });

  it('reads logs of any length, page by page, an aggregate over several pages included, and tells how far it is', async () => {
    const events = [...range(700).map((version) => envelope(version, first)), ...range(400).map(() => envelope(1))];
    await history.write(events);
    const told: Progress[] = [];
    await rebuildCatalogue((progress) => told.push(progress));
    expect(told.map(({ read }) => read)).toEqual([500, 1_000, 1_100]);
    expect(told.every(({ of }) => of === 1_100)).toBe(true);
    expect(await consuming.rows('SELECT title FROM catalogue WHERE version > 1')).toEqual([{ title: 'v700' }]);
    expect(await catalogued()).toHaveLength(401);
  });

  it('lets the live consumer continue from there, and skip events it has had', async () => {
    const events = range(3).map((version) => envelope(version, first));
    await history.write(events);
    await consuming.deliver(events.slice(0, 1), [catalogue]);
    await rebuildCatalogue();
    await consuming.deliver([...events, envelope(4, first)], [catalogue]);
    expect(await catalogued()).toEqual([{ id: first, title: 'v4', version: 4 }]);
    expect(await consuming.deadLetters('catalogue')).toEqual([]);
  });

  it('puts aside what cannot be applied, which blocks its key, and applies the rest', async () => {
    const events = range(3).flatMap((version) => courses.map((course) => envelope(version, course)));
    const poison = envelope(4, second, 'poison');
    await history.write([...events, poison, envelope(5, second), newerEnvelope(4, third), envelope(5, third)]);
    failing.titles.add('poison');
    expect(await rebuildCatalogue()).toEqual({ read: 13, applied: 9, deadLetters: 4 });
    expect(await consuming.deadLetters('catalogue')).toEqual([
      'FAILED poison',
      'BLOCKED v5',
      'UNKNOWN_TYPE v4',
      'BLOCKED v5',
    ]);
    expect(await consuming.blocked('catalogue')).toEqual([second, third]);
    failing.titles.clear();
    await consuming.deliver([poison, envelope(6, second)], [catalogue]);
    expect(await consuming.deadLetters('catalogue')).toContain('BLOCKED v6');
    await replayed({ ...consuming.context, isKnown: knowsBoth }, upgraded);
    expect(await catalogued()).toEqual([
      { id: first, title: 'v3', version: 3 },
      { id: second, title: 'v6', version: 6 },
      { id: third, title: 'v5', version: 5 },
    ]);
  });

  it('takes the letters there were along: what can be applied now is', async () => {
    failing.titles.add('v1');
    const events = range(2).map((version) => envelope(version, first));
    await history.write(events);
    await consuming.deliver(events, [catalogue, ledger]);
    failing.titles.clear();
    await rebuildCatalogue();
    expect(await consuming.deadLetters('catalogue')).toEqual([]);
    expect(await consuming.deadLetters('ledger')).toEqual(['FAILED v1', 'BLOCKED v2']);
    expect(await catalogued()).toEqual([{ id: first, title: 'v2', version: 2 }]);
  });

  it('does not apply what a person has discarded', async () => {
    failing.titles.add('v1');
    const event = envelope(1, first);
    await history.write([event]);
    await consuming.deliver([event], [catalogue]);
    await discard(consuming.context, catalogue, { consumer: 'catalogue', eventId: event.id });
    failing.titles.clear();
    expect(await rebuildCatalogue()).toEqual({ read: 1, applied: 0, deadLetters: 0 });
    expect(await catalogued()).toEqual([]);
  });

  it('shows readers the old state until it is done, keeps live events waiting, and loses none of them', async () => {
    const events = range(2).map((version) => envelope(version, first));
    await history.write(events);
    await consuming.deliver(events, [catalogue]);
    const gate = createGate();
    let entered = false;
    const slow = defineConsumer({
      ...{ name: 'catalogue', kind: 'projection', empty: (manager) => manager.query('DELETE FROM catalogue') },
      handlers: [...catalogue.handlers.values()].map((handler) => ({
        ...handler,
        async apply(events, transaction) {
          entered = true;
          await gate.opened;
          await handler.apply(events, transaction);
        },
      })),
    });
    const rebuilding = rebuild(consuming.context, slow, [history.source]);
    await until(() => entered);
    expect(await catalogued()).toEqual([{ id: first, title: 'v2', version: 2 }]);
    const live = envelope(3, first);
    await history.write([live]);
    await expect(consuming.deliver([live], [catalogue, mailer])).rejects.toThrow(/catalogue is being rebuilt/);
    expect(await consuming.sent('mailer')).toEqual(['v3']);
    gate.open();
    await rebuilding;
    await consuming.deliver([live], [catalogue, mailer]);
    expect(await catalogued()).toEqual([{ id: first, title: 'v3', version: 3 }]);
    expect(await consuming.sent('mailer')).toEqual(['v3']);
  });

  it('again and again while events arrive ends where the events end', async () => {
    const rounds = range(12);
    const live = async () => {
      for (const version of rounds) {
        const events = courses.map((course) => envelope(version, course));
        await history.write(events);
        const delivered = () =>
          consuming.deliver(events, [catalogue, ledger]).then(
            () => true,
            (error) => {
              if (error.code !== 'BEING_REBUILT') throw error;
              return false;
            },
          );
        await until(delivered);
      }
    };
    let over = false;
    const rebuilding = async () => {
      while (!over) await rebuildCatalogue();
    };
    await Promise.all([
      live().finally(() => {
        over = true;
      }),
      rebuilding(),
    ]);
    expect(await catalogued()).toEqual(courses.map((id) => ({ id, title: 'v12', version: 12 })));
    expect(await consuming.rows('SELECT 1 FROM dead_letter')).toEqual([]);
    expect(await consuming.sent('ledger')).toHaveLength(36);
  });

  it('waits for a transaction of the live consumer that is under way', async () => {
    const event = envelope(1, first);
    await history.write([event]);
    const gate = createGate();
    let entered = false;
    const slow = defineConsumer({
      ...{ name: 'catalogue', kind: 'projection', empty: async () => undefined },
      handlers: [
        on(CourseCreated, async () => {
          entered = true;
          await gate.opened;
        }),
      ],
    });
    const live = consuming.deliver([event], [slow]);
    await until(() => entered);
    const rebuilding = rebuildCatalogue();
    await until(
      async () =>
        (
          await consuming.rows(
            "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'",
          )
        ).length > 0,
    );
    gate.open();
    await live;
    expect((await rebuilding).applied).toBe(1);
    expect(await catalogued()).toEqual([{ id: first, title: 'v1', version: 1 }]);
  });

  it('leaves everything as it was where it fails', async () => {
    failing.titles.add('v2');
    const events = range(2).map((version) => envelope(version, first));
    await consuming.deliver(events, [catalogue]);
    await history.database.dataSource.query('ALTER TABLE event_log RENAME TO event_log_away');
    try {
      await expect(rebuildCatalogue()).rejects.toThrow(/event_log/);
    } finally {
      await history.database.dataSource.query('ALTER TABLE event_log_away RENAME TO event_log');
    }
    expect(await catalogued()).toEqual([{ id: first, title: 'v1', version: 1 }]);
    expect(await consuming.deadLetters('catalogue')).toEqual(['FAILED v2']);
    expect(await consuming.blocked('catalogue')).toEqual([first]);
  });
});

describe('rebuilding is refused', () => {
  it('for effects, which would happen again', () => {
    expect(() => producersOf(mailer)).toThrow(/would repeat/);
    expect(producersOf(catalogue)).toEqual(['course']);
  });

  it('where the log of a producer is not at hand', async () => {
    await expect(rebuild(consuming.context, catalogue, [])).rejects.toThrow(
      'catalogue needs the event logs of course, which are not available here.',
    );
  });

  it('for a projection that publishes, as it would publish again', async () => {
    await history.write([envelope(1, first)]);
    const publishing = defineConsumer({
      ...{ name: 'publishing', kind: 'projection', empty: async () => undefined },
      handlers: [
        on(CourseCreated, async ({ payload }, { append }) =>
          append(CoursePublished, { ...payload, publishedAt: payload.createdAt }, 2),
        ),
      ],
    });
    await expect(rebuild(consuming.context, publishing, [history.source])).rejects.toThrow(/would publish it again/);
  });
});
