import { type Positions, plan } from './plan.ts';
import { type Incoming, readEvent } from './reading.ts';
import { catalogue, ledger, mailer } from './testing/consumers.ts';
import { envelope, newerEnvelope } from './testing/events.ts';

const at = (version: number, blocked = false): Positions => new Map([['course/one', { version, blocked }]]);

function incoming(event = envelope(1, undefined), subject = 'one'): Incoming {
  const reading = readEvent(catalogue, event, (type) => type.endsWith('.v1'));
  if (!reading) throw new Error(`${event.type} is passed over`);
  return { envelope: { ...event, subject }, reading };
}

const decided = (consumer: Parameters<typeof plan>[0], events: Incoming[], positions: Positions) => {
  const { steps, positions: after } = plan(consumer, events, positions);
  return {
    outcomes: steps.map((step) => (step.outcome === 'refuse' ? step.refusal.reason : step.outcome)),
    after: after.get('course/one'),
  };
};

describe('a plan', () => {
  it('advances a projection, and skips versions that it has', () => {
    const events = [2, 1, 3, 3].map((version) => incoming(envelope(version)));
    expect(decided(catalogue, events, at(1))).toEqual({
      outcomes: ['apply', 'superseded', 'apply', 'superseded'],
      after: { version: 3, blocked: false },
    });
  });

  it('applies late events of an effect, whose position is the newest', () => {
    const events = [5, 2].map((version) => incoming(envelope(version)));
    expect(decided(ledger, events, at(4))).toEqual({
      outcomes: ['apply', 'apply'],
      after: { version: 5, blocked: false },
    });
  });

  it('blocks a key with the first event that is refused, where order matters', () => {
    const events = [
      incoming(envelope(1)),
      incoming(newerEnvelope(2)),
      incoming(envelope(3)),
      incoming(newerEnvelope(4)),
    ];
    const expected = {
      outcomes: ['apply', 'UNKNOWN_TYPE', 'BLOCKED', 'BLOCKED'],
      after: { version: 1, blocked: true },
    };
    expect(decided(catalogue, events, at(0))).toEqual(expected);
    expect(decided(ledger, events, at(0))).toEqual(expected);
  });

  it('blocks nothing where order does not matter', () => {
    const events = [incoming(newerEnvelope(1)), incoming(envelope(2))];
    expect(decided(mailer, events, new Map())).toEqual({ outcomes: ['UNKNOWN_TYPE', 'apply'], after: undefined });
  });

  it('keeps the other keys going', () => {
    const positions = new Map([...at(0, true), ['course/two', { version: 0, blocked: false }]]);
    const { steps } = plan(ledger, [incoming(), incoming(envelope(1), 'two')], positions);
    expect(steps.map(({ outcome }) => outcome)).toEqual(['refuse', 'apply']);
  });

  it('skips an old version for a blocked projection', () => {
    expect(decided(catalogue, [incoming(envelope(2)), incoming(envelope(4))], at(3, true)).outcomes).toEqual([
      'superseded',
      'BLOCKED',
    ]);
  });
});
