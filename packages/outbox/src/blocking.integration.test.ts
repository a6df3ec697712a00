import { CourseId, newId } from '@lyceum/contracts';
import { createLogger } from '@lyceum/telemetry';
import { consumers, failing, ledger, mailer } from './testing/consumers.ts';
import { type Consuming, startConsuming } from './testing/consuming.ts';
import { envelope, newerEnvelope, range } from './testing/events.ts';

const warnings: string[] = [];
const log = createLogger('test', 'silent');
log.warn = (...parts: unknown[]) => void warnings.push(String(parts.at(-1)));

let consuming: Consuming;

beforeAll(async () => {
  consuming = await startConsuming('blocking', { log });
});
afterAll(() => consuming.drop());
beforeEach(async () => {
  warnings.length = 0;
  await consuming.clear();
});

const [poisoned, sound] = [newId(CourseId), newId(CourseId)].sort() as [CourseId, CourseId];

describe('an event that could not be applied', () => {
  it('blocks later events of its aggregate if order matters, and no others', async () => {
    failing.titles.add('v2');
    for (const version of range(4)) {
      await consuming.deliver([envelope(version, poisoned), envelope(version, sound, `sound ${version}`)], consumers);
    }
    for (const consumer of ['catalogue', 'ledger']) {
      expect(await consuming.deadLetters(consumer)).toEqual(['FAILED v2', 'BLOCKED v3', 'BLOCKED v4']);
      expect(await consuming.blocked(consumer)).toEqual([poisoned]);
    }
    expect(await consuming.rows('SELECT title FROM catalogue ORDER BY id')).toEqual([
      { title: 'v1' },
      { title: 'sound 4' },
    ]);
    expect(await consuming.sent('ledger')).toEqual(['v1', 'sound 1', 'sound 2', 'sound 3', 'sound 4']);
  });

  it('blocks nothing if order does not matter', async () => {
    failing.titles.add('v2');
    await consuming.deliver(
      range(4).map((version) => envelope(version, poisoned)),
      [mailer],
    );
    expect(await consuming.deadLetters('mailer')).toEqual(['FAILED v2']);
    expect(await consuming.sent('mailer')).toEqual(['v1', 'v3', 'v4']);
    expect(await consuming.blocked('mailer')).toEqual([]);
  });

  it('becomes a dead letter at once if its payload is invalid, within its batch', async () => {
    const event = envelope(2, poisoned);
    const invalid = { ...event, data: { ...(event.data as object), instructorId: 7 } };
    await consuming.deliver(
      [envelope(1, poisoned), invalid, envelope(3, poisoned), envelope(1, sound, 'sound')],
      consumers,
    );
    expect(await consuming.deadLetters('ledger')).toEqual(['INVALID v2', 'BLOCKED v3']);
    expect(await consuming.deadLetters('catalogue')).toEqual(['INVALID v2', 'BLOCKED v3']);
    expect(await consuming.deadLetters('mailer')).toEqual(['INVALID v2']);
    expect(await consuming.sent('ledger')).toEqual(['v1', 'sound']);
  });

  it('is kept as it came, characters that the database refuses included', async () => {
    failing.titles.add('v1');
    const event = envelope(1, poisoned);
    const odd = { ...event, data: { ...(event.data as object), title: 'half a \0 title' } };
    await consuming.deliver([odd], [ledger]);
    const [letter] = await consuming.rows('SELECT reason, envelope FROM dead_letter');
    expect(letter).toEqual({ reason: 'FAILED', envelope: odd });
  });
});

describe('an event of a type that this release does not know', () => {
  it('is parked for every consumer of its topic, with one line that says what to do', async () => {
    await consuming.deliver([newerEnvelope(1, poisoned), envelope(2, poisoned), newerEnvelope(3, sound)], consumers);
    expect(await consuming.deadLetters('mailer')).toEqual(['UNKNOWN_TYPE v1', 'UNKNOWN_TYPE v3']);
    expect(await consuming.sent('mailer')).toEqual(['v2']);
    expect(await consuming.deadLetters('ledger')).toEqual(['UNKNOWN_TYPE v1', 'BLOCKED v2', 'UNKNOWN_TYPE v3']);
    expect(await consuming.deadLetters('catalogue')).toEqual(['UNKNOWN_TYPE v1', 'BLOCKED v2', 'UNKNOWN_TYPE v3']);
    expect(warnings).toEqual(
      consumers.map(
        () =>
          'course.course.created.v2 is not known to this release: parked. Upgrade this subgraph; it then applies parked events by itself.',
      ),
    );
  });

  it('of a topic that a consumer does not subscribe to is ignored', async () => {
    await consuming.deliver([{ ...newerEnvelope(1), type: 'course.enrolment.created.v2' }], consumers);
    expect(await consuming.rows('SELECT 1 FROM dead_letter UNION ALL SELECT 1 FROM inbox')).toEqual([]);
  });
});
