import type { EventEnvelope } from '@lyceum/contracts';
import { type Consumer, type Handler, hears, InvalidPayload, type ReceivedEvent } from './consumer.ts';
import { errorText } from './error-text.ts';

/** Why an event is a dead letter of a consumer. */
export type Reason =
  /** Its handler failed on every attempt. */
  | 'FAILED'
  /** Its payload does not match its schema. */
  | 'INVALID'
  /** An earlier event of its aggregate is a dead letter, and order matters. */
  | 'BLOCKED'
  /** Its type is unknown to this release; a newer one sent it. */
  | 'UNKNOWN_TYPE';

/** The reason not to apply an event now. */
export interface Refusal {
  readonly reason: Reason;
  readonly error: string;
  /** Number of attempts. */
  readonly attempts: number;
}

/** A consumer's decision on an event before any database access. */
export type Reading =
  | { readonly event: ReceivedEvent<unknown>; readonly handler: Handler }
  | { readonly refusal: Refusal };

/** An event with the consumer's decision. */
export interface Incoming {
  readonly envelope: EventEnvelope;
  readonly reading: Reading;
}

/** Null: the consumer skips the event, because it does not use its type, which is known. */
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
  const error = `This release does not know ${envelope.type}: upgrade this subgraph; it then applies parked events by itself.`;
  return { refusal: { reason: 'UNKNOWN_TYPE', error, attempts: 0 } };
}

/** The events of a batch that a consumer must settle, each once, in order. */
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
