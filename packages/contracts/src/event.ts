import { z } from 'zod';

/** `domain.aggregate.happened.vN`, for example `assessment.attempt.submitted.v1`. */
export type EventType = `${string}.${string}.${string}.v${number}`;

/** An event definition: declared once, typed and validated for the producer and every consumer. */
export interface EventDefinition<Payload = unknown> {
  readonly type: EventType;
  /** `domain.aggregate`: all events of one kind of aggregate share a topic, which preserves their order. */
  readonly topic: string;
  readonly aggregateType: string;
  /** What has happened, in a sentence, and anything that the payload's property names do not express. */
  readonly description: string;
  /** The payload property that contains the key. */
  readonly keyProperty: string;
  /** The id of the event's aggregate; events with the same key are ordered. */
  readonly key: (payload: Payload) => string;
  readonly payload: z.ZodType<Payload>;
}

export type PayloadOf<Definition> = Definition extends EventDefinition<infer Payload> ? Payload : never;

/**
 * Declares an event. Once it has been sent, only the changes in docs/adr/0009 are allowed; anything else is a new `vN`.
 * @param definition.key the payload property that contains the aggregate's id
 * @throws {TypeError} if the type is not of the form `domain.aggregate.happened.vN`
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
  id: z.uuid().describe('Identical in every delivery of the event.'),
  source: z.string().min(1).describe('The subgraph that sent it, for example `/course`.'),
  type: z.string().min(1).describe('`domain.aggregate.happened.vN`; determines the schema of `data`.'),
  subject: z.string().min(1).describe('The id of the aggregate, and the key of the Kafka record.'),
  time: z.iso.datetime().describe('When it happened, in UTC.'),
  datacontenttype: z.literal('application/json'),
  data: z.unknown().describe('The payload.'),
  aggregateversion: z
    .number()
    .int()
    .positive()
    .describe('The version of the aggregate after this event; rises with each event of the aggregate.'),
  correlationid: z.string().optional().describe('The id of the request that caused it.'),
  traceparent: z.string().optional().describe('W3C trace context of the request that caused it.'),
});
export type EventEnvelope = z.infer<typeof EventEnvelope>;

/** The topic of an event type. */
export function topicOf(type: string): string {
  return type.split('.').slice(0, 2).join('.');
}
