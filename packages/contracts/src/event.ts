import { z } from 'zod';

/** `domain.aggregate.happened.vN`, for instance `assessment.attempt.submitted.v1`. */
export type EventType = `${string}.${string}.${string}.v${number}`;

/** What an event is: declared once, typed and checked on the producer's and on every consumer's side. */
export interface EventDefinition<Payload = unknown> {
  readonly type: EventType;
  /** `domain.aggregate`: all events of one kind of aggregate share a topic, so that their order is kept. */
  readonly topic: string;
  readonly aggregateType: string;
  /** What has happened, in a sentence, and what the payload's properties do not say of themselves. */
  readonly description: string;
  /** The payload's property that holds the key. */
  readonly keyProperty: string;
  /** The id of the aggregate that the event is about; the key by which order is kept. */
  readonly key: (payload: Payload) => string;
  readonly payload: z.ZodType<Payload>;
}

export type PayloadOf<Definition> = Definition extends EventDefinition<infer Payload> ? Payload : never;

/**
 * Declares an event. Once it has been sent, it changes as docs/adr/0009 allows; anything else is a new `vN`.
 * @param definition.key the payload's property that holds the id of the aggregate
 * @throws {TypeError} where the type is not of the form `domain.aggregate.happened.vN`
 */
export function defineEvent<Key extends string, Payload extends Record<Key, string>>(definition: {
  type: EventType;
  description: string;
  key: Key;
  payload: z.ZodType<Payload>;
}): EventDefinition<Payload> {
  const { type, description, key, payload } = definition;
  const parts = /^([a-z-]+)\.([a-z-]+)\.[a-z-]+\.v[1-9]\d*$/.exec(type);
  if (!parts) throw new TypeError(`${type} is not of the form domain.aggregate.happened.vN`);
  const [, domain, aggregate] = parts;
  return {
    type,
    topic: `${domain}.${aggregate}`,
    aggregateType: String(aggregate),
    description,
    keyProperty: key,
    key: (facts) => facts[key],
    payload,
  };
}

/** CloudEvents 1.0 in structured JSON; the last three are extension attributes (lower case letters and digits only). */
export const EventEnvelope = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid().describe('The same in every copy, however often the event arrives.'),
  source: z.string().min(1).describe('The subgraph that sent it, for instance `/course`.'),
  type: z.string().min(1).describe('`domain.aggregate.happened.vN`; it decides which schema `data` has.'),
  subject: z.string().min(1).describe('The id of the aggregate that the event is about, and the key of the record.'),
  time: z.iso.datetime().describe('When it happened, in UTC.'),
  datacontenttype: z.literal('application/json'),
  data: z.unknown().describe('The payload.'),
  aggregateversion: z
    .number()
    .int()
    .positive()
    .describe('The version of the aggregate after this event; rises with each event of one aggregate.'),
  correlationid: z.string().optional().describe('The request that caused it.'),
  traceparent: z.string().optional().describe('W3C trace context of the request that caused it.'),
});
export type EventEnvelope = z.infer<typeof EventEnvelope>;

/** The topic that an event type travels on. */
export function topicOf(type: string): string {
  return type.split('.').slice(0, 2).join('.');
}
