import type { EventEnvelope } from '@lyceum/contracts';
import { type Consumer, type Handler, hears, InvalidPayload, type ReceivedEvent } from './consumer.ts';
import { errorText } from './error-text.ts';

/** Why an event is among the dead letters of a consumer. */
export type Reason =
  /** Its handler failed as often as it was tried. */
  | 'FAILED'
  /** Its payload does not fit its schema. */
  | 'INVALID'
  /** An earlier event of its aggregate is among the dead letters, and order matters. */
  | 'BLOCKED'
  /** A newer release sent it, of a type that this one does not know. */
  | 'UNKNOWN_TYPE';

/** That an event is not to be applied now. */
export interface Refusal {
  readonly reason: Reason;
  readonly error: string;
  /** How often it was tried. */
  readonly attempts: number;
}

/** What a consumer makes of an event before it asks the database. */
export type Reading =
  | { readonly event: ReceivedEvent<unknown>; readonly handler: Handler }
  | { readonly refusal: Refusal };

/** An event and what a consumer makes of it. */
export interface Incoming {
  readonly envelope: EventEnvelope;
  readonly reading: Reading;
}

/** Null: the consumer passes over the event; its type is known, and it has no use for it. */
export function readEvent(
  consumer: Consumer,
  envelope: EventEnvelope,
  isKnown: (type: string) => boolean,
): Reading | null {
  const handler = consumer.handlers.get(envelope.type);
  if (handler) {
    try {
      return { event: handler.read(envelope), handler };
    } catch (error) {
      if (!(error instanceof InvalidPayload)) throw error;
      return { refusal: { reason: 'INVALID', error: errorText(error), attempts: 1 } };
    }
  }
  if (isKnown(envelope.type) || !hears(consumer, envelope.type)) return null;
  const error = `This release does not know ${envelope.type}: upgrade this subgraph; it takes up what is parked by itself.`;
  return { refusal: { reason: 'UNKNOWN_TYPE', error, attempts: 0 } };
}

/** What a consumer has to settle of a batch, each event once, in order. */
export function readBatch(
  consumer: Consumer,
  envelopes: readonly EventEnvelope[],
  isKnown: (type: string) => boolean,
): Incoming[] {
  const unique = new Map(envelopes.map((envelope) => [envelope.id.toLowerCase(), envelope]));
  return [...unique.values()].flatMap((envelope) => {
    const reading = readEvent(consumer, envelope, isKnown);
    return reading ? [{ envelope, reading }] : [];
  });
}
