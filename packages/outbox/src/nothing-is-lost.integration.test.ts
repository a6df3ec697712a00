import { CourseId, type EventEnvelope, newId } from '@lyceum/contracts';
import fc from 'fast-check';
import { dispatch, takeUpParked } from './index.ts';
import { consumers, failing, knowsBoth, stopFailing, upgraded } from './testing/consumers.ts';
import { type Consuming, startConsuming } from './testing/consuming.ts';
import { envelope, newerEnvelope } from './testing/events.ts';
import { replayed } from './testing/replaying.ts';

let consuming: Consuming;

beforeAll(async () => {
  consuming = await startConsuming('property');
});
afterAll(() => consuming.drop());

const courses = [newId(CourseId), newId(CourseId), newId(CourseId)].sort();
const versions = 5;

/** The faults injected into the consumers. */
type Happening =
  | { readonly kind: 'delivery'; readonly events: readonly EventEnvelope[] }
  /** How often handlers fail, by title. */
  | { readonly kind: 'fault'; readonly titles: readonly string[]; readonly times: number }
  /** How often the database fails while handlers run. */
  | { readonly kind: 'outage'; readonly times: number }
  | { readonly kind: 'repair' }
  | { readonly kind: 'replay' }
  /** The subgraph stops and starts again; on an upgrade, with the release that knows every type. */
  | { readonly kind: 'restart'; readonly upgrade: boolean };

interface Story {
  /** Every event of every course; newer ones have a type that only the upgraded release knows. */
  readonly history: readonly EventEnvelope[];
  /** Whether the first deliveries of a course's events are in version order. */
  readonly inOrder: boolean;
  readonly happenings: readonly Happening[];
}

const title = (course: number, version: number) => `course ${course}, version ${version}`;

const anyHistory = fc
  .array(fc.boolean(), { minLength: courses.length * versions, maxLength: courses.length * versions })
  .map((newer) =>
    newer.map((isNewer, index): EventEnvelope => {
      const [course, version] = [Math.floor(index / versions), (index % versions) + 1];
      const event = envelope(version, courses[course], title(course, version));
      return isNewer && version > 1 ? { ...event, type: newerEnvelope(1).type } : event;
    }),
  );

const anyFault = fc.record({
  kind: fc.constant('fault' as const),
  titles: fc.uniqueArray(
    fc
      .tuple(fc.nat(courses.length - 1), fc.integer({ min: 1, max: versions }))
      .map(([course, version]) => title(course, version)),
    { minLength: 1, maxLength: 4 },
  ),
  times: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(Number.POSITIVE_INFINITY)),
});

const anyStory = fc
  .tuple(anyHistory, fc.boolean())
  .chain(([history, inOrder]) => {
    const arrivals = fc
      .shuffledSubarray([...history], { minLength: history.length })
      .map((shuffled) => (inOrder ? inOrderOfVersions(shuffled) : shuffled));
    const repeats = fc.array(fc.tuple(fc.nat(history.length), fc.constantFrom(...history)), { maxLength: 8 });
    return fc.tuple(fc.constant(history), fc.constant(inOrder), arrivals, repeats);
  })
  .chain(([history, inOrder, arrivals, repeats]) => {
    const stream = [...arrivals];
    // Redelivery: earlier events are delivered again, at any later point.
    for (const [place, event] of repeats) stream.splice(Math.max(place, stream.indexOf(event) + 1), 0, event);
    const cuts = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: stream.length, maxLength: stream.length });
    const between = fc.array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constant(null) },
        { weight: 2, arbitrary: anyFault },
        {
          weight: 1,
          arbitrary: fc.record({ kind: fc.constant('outage' as const), times: fc.integer({ min: 1, max: 3 }) }),
        },
        { weight: 1, arbitrary: fc.constant({ kind: 'repair' as const }) },
        { weight: 2, arbitrary: fc.constant({ kind: 'replay' as const }) },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const), upgrade: fc.boolean() }) },
      ),
      { minLength: stream.length, maxLength: stream.length },
    );
    return fc.tuple(cuts, between).map(([sizes, others]): Story => {
      const happenings: Happening[] = [];
      for (let next = 0, turn = 0; next < stream.length; turn += 1) {
        const size = sizes[turn] ?? 1;
        happenings.push({ kind: 'delivery', events: stream.slice(next, next + size) });
        const other = others[turn];
        if (other) happenings.push(other);
        next += size;
      }
      return { history, inOrder, happenings };
    });
  });

/** The same interleaving of courses, each in version order. */
function inOrderOfVersions(events: readonly EventEnvelope[]): EventEnvelope[] {
  const waiting = new Map(
    courses.map((course) => [
      course as string,
      events.filter(({ subject }) => subject === course).sort((a, b) => a.aggregateversion - b.aggregateversion),
    ]),
  );
  return events.flatMap(({ subject }) => waiting.get(subject)?.splice(0, 1) ?? []);
}

async function play({ happenings }: Story): Promise<void> {
  await consuming.clear();
  let isUpgraded = false;
  const release = () =>
    isUpgraded
      ? { context: { ...consuming.context, isKnown: knowsBoth }, using: upgraded }
      : { context: consuming.context, using: consumers };
  for (const happening of happenings) {
    const { context, using } = release();
    if (happening.kind === 'delivery') await untilItWorks(() => dispatch(context, using, happening.events));
    if (happening.kind === 'fault') {
      for (const failed of happening.titles) failing.titles.add(failed);
      failing.times = happening.times;
    }
    if (happening.kind === 'outage') failing.outages = happening.times;
    if (happening.kind === 'repair') stopFailing();
    if (happening.kind === 'replay') await untilItWorks(() => replayed(context, using));
    if (happening.kind === 'restart') {
      isUpgraded ||= happening.upgrade;
      await untilItWorks(() => takeUpParked(release().context, release().using));
    }
    await expectKeysBlockedByLetters();
  }

  stopFailing();
  isUpgraded = true;
  await takeUpParked(release().context, release().using);
  const outcomes = await replayed(release().context, release().using);
  expect(outcomes.filter((outcome) => outcome.startsWith('failed'))).toEqual([]);
}

/** Redelivers everything, as the transport and operators do after an outage. */
async function untilItWorks(work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (!/terminat/.test(String(error))) throw error;
    }
  }
}

/** No aggregate is blocked without a dead letter, and no dead letter exists where the next event would pass it. */
async function expectKeysBlockedByLetters(): Promise<void> {
  const keys = async (sql: string) => (await consuming.rows(sql)).map((row) => Object.values(row).join(' '));
  expect(await keys('SELECT consumer, aggregate_id FROM stream_position WHERE blocked ORDER BY 1, 2')).toEqual(
    await keys("SELECT DISTINCT consumer, aggregate_id FROM dead_letter WHERE consumer <> 'mailer' ORDER BY 1, 2"),
  );
}

const titleOf = ({ data }: EventEnvelope) => (data as { title: string }).title;

describe('whatever fails, comes twice, comes late or is not known yet', () => {
  it('finally every effect has happened once, projections are correct, and nothing is blocked', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, async (story) => {
        await play(story);
        const { history, inOrder } = story;
        const ofFirstVersion = history.filter(({ type }) => type.endsWith('.v1'));
        expect((await consuming.sent('mailer')).sort()).toEqual(ofFirstVersion.map(titleOf).sort());

        const ledger = await consuming.sent('ledger');
        expect([...ledger].sort()).toEqual(history.map(titleOf).sort());
        if (inOrder) {
          for (const course of courses.keys()) {
            const entries = ledger.filter((entry) => entry.startsWith(`course ${course},`));
            expect(entries).toEqual(Array.from({ length: versions }, (_, index) => title(course, index + 1)));
          }
        }
        expect(await consuming.rows('SELECT title, version FROM catalogue ORDER BY id')).toEqual(
          courses.map((_, course) => ({ title: title(course, versions), version: versions })),
        );
        expect(await consuming.rows('SELECT 1 FROM dead_letter')).toEqual([]);
        expect(await consuming.rows('SELECT 1 FROM stream_position WHERE blocked')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
