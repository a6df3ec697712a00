import type { EventEnvelope } from '@lyceum/contracts';
import type { Consumer, Handler, ReceivedEvent } from './consumer.ts';
import type { Incoming, Refusal } from './reading.ts';

/** The position of an order-keeping consumer in one aggregate's events. */
export interface Position {
  /** 0 before its first event. */
  readonly version: number;
  readonly blocked: boolean;
}

/** Keyed by `keyOf`. */
export type Positions = ReadonlyMap<string, Position>;

/** The decision for one event. */
export type Step = { readonly envelope: EventEnvelope } & (
  | { readonly outcome: 'apply'; readonly event: ReceivedEvent<unknown>; readonly handler: Handler }
  /** The projection has newer facts. */
  | { readonly outcome: 'superseded' }
  | { readonly outcome: 'refuse'; readonly refusal: Refusal }
);

/** An aggregate's kind and id: the unit of ordering. */
export function aggregateOf(envelope: EventEnvelope): { type: string; id: string } {
  return { type: String(envelope.type.split('.')[1]), id: envelope.subject };
}

export function keyOf(aggregate: { type: string; id: string }): string {
  return `${aggregate.type}/${aggregate.id}`;
}

/**
 * Decides what to do with events, in order, and the consumer's positions afterwards.
 * @param positions of every aggregate in the batch, if the consumer keeps order
 */
export function plan(
  consumer: Pick<Consumer, 'kind' | 'ordered'>,
  incoming: readonly Incoming[],
  positions: Positions,
): { steps: Step[]; positions: Positions } {
  const after = new Map(positions);
  const steps = incoming.map(({ envelope, reading }): Step => {
    const key = keyOf(aggregateOf(envelope));
    const position = after.get(key) ?? { version: 0, blocked: false };
    if (consumer.kind === 'projection' && envelope.aggregateversion <= position.version) {
      return { envelope, outcome: 'superseded' };
    }
    if (consumer.ordered && position.blocked) return { envelope, outcome: 'refuse', refusal: blockedBy(reading) };
    if ('refusal' in reading) {
      if (consumer.ordered) after.set(key, { ...position, blocked: true });
      return { envelope, outcome: 'refuse', refusal: reading.refusal };
    }
    const version = Math.max(position.version, envelope.aggregateversion);
    if (consumer.ordered) after.set(key, { ...position, version });
    return { envelope, outcome: 'apply', ...reading };
  });
  return { steps, positions: after };
}

function blockedBy(reading: Incoming['reading']): Refusal {
  const attempts = 'refusal' in reading ? reading.refusal.attempts : 0;
  return {
    reason: 'BLOCKED',
    error: 'An earlier event of this aggregate is a dead letter; a replay applies both in order.',
    attempts,
  };
}
