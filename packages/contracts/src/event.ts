import { z } from 'zod';

/** `domain.aggregate.happened.vN`, for instance `assessment.attempt.submitted.v1`. */
export type EventType = `${string}.${string}.${string}.v${number}`;

/** What an event is: declared once, typed and checked on the producer's and on every consumer's side. */
export interface EventDefinition<Payload = unknown> {
  readonly type: EventType;
  /** `domain.aggregate`: all events of one kind of aggregate share a topic, so that their order is kept. */
  readonly topic: string;
  readonly aggregateType: string;
  /** The id of the aggregate that the event is about; the key by which order is kept. */
  readonly key: (payload: Payload) => string;
  readonly payload: z.ZodType<Payload>;
}

export type PayloadOf<Definition> = Definition extends EventDefinition<infer Payload> ? Payload : never;

/**
 * Declares an event.
 * @throws {TypeError} where the type is not of the form `domain.aggregate.happened.vN`
 */
export function defineEvent<Payload>(definition: {
  type: EventType;
  key: (payload: Payload) => string;
  payload: z.ZodType<Payload>;
}): EventDefinition<Payload> {
  const parts = /^([a-z]+)\.([a-z-]+)\.[a-z-]+\.v[1-9]\d*$/.exec(definition.type);
  if (!parts) throw new TypeError(`${definition.type} is not of the form domain.aggregate.happened.vN`);
  const [, domain, aggregate] = parts;
  return { ...definition, topic: `${domain}.${aggregate}`, aggregateType: String(aggregate) };
}

/** CloudEvents 1.0 in structured JSON; the last three are extension attributes (lower case letters and digits only). */
export const EventEnvelope = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string().min(1),
  type: z.string().min(1),
  subject: z.string().min(1),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  data: z.unknown(),
  /** The version of the aggregate after this event; rises with each event of one aggregate. */
  aggregateversion: z.number().int().positive(),
  /** The request that caused it. */
  correlationid: z.string().optional(),
  /** W3C trace context of the request that caused it. */
  traceparent: z.string().optional(),
});
export type EventEnvelope = z.infer<typeof EventEnvelope>;

/** The topic that an event type travels on. */
export function topicOf(type: string): string {
  return type.split('.').slice(0, 2).join('.');
}
