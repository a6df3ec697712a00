import { type EventDefinition, type EventEnvelope, topicOf } from '@lyceum/contracts';
import type { EntityManager } from 'typeorm';
import type { Transaction } from './outbox.ts';

/** An event as a consumer receives it, its payload checked against the event's schema. */
export interface ReceivedEvent<Payload> {
  readonly id: string;
  readonly payload: Payload;
  /** The version of the aggregate after the event. */
  readonly version: number;
  readonly time: Date;
}

/** What a consumer does with one type of event. */
export interface Handler {
  readonly event: Pick<EventDefinition, 'type' | 'topic'>;
  /** @throws {InvalidPayload} where the payload does not fit the event's schema */
  read(envelope: EventEnvelope): ReceivedEvent<unknown>;
  /** Whether it is given one event at a time, in the scope of what caused that event. */
  readonly oneByOne: boolean;
  /** Applies events that `read` has answered, in order. */
  apply(events: readonly ReceivedEvent<unknown>[], transaction: Transaction): Promise<void>;
}

/** The payload does not fit the event's schema: trying again changes nothing. */
export class InvalidPayload extends Error {
  override readonly name = 'InvalidPayload';
}

export interface Consumer {
  /** Unique in its database, and never changed: it is how the inbox knows what was applied. */
  readonly name: string;
  /**
   * A projection keeps the newest facts and passes over versions older than what it has; an effect (points, a mail, a
   * payment) happens for every event, however late.
   */
  readonly kind: 'projection' | 'effect';
  /** Whether an event that could not be applied keeps back the later ones of its aggregate. Always so for a projection. */
  readonly ordered: boolean;
  readonly handlers: ReadonlyMap<string, Handler>;
  /** Whole topics, also the types in them that it does not use. */
  readonly topics: ReadonlySet<string>;
  /** How a projection is emptied before it is rebuilt; an effect cannot be taken back. */
  readonly empty: ((manager: EntityManager) => Promise<unknown>) | null;
}

interface ConsumerOptions {
  readonly name: string;
  readonly handlers: readonly Handler[];
}

export interface ProjectionOptions extends ConsumerOptions {
  readonly kind: 'projection';
  /** Deletes every row that its handlers have written, by DELETE: readers see the old rows until the rebuilding commits. */
  readonly empty: (manager: EntityManager) => Promise<unknown>;
}

export interface EffectOptions extends ConsumerOptions {
  readonly kind: 'effect';
  /** The order of an aggregate's events matters (grades, payments): an event that fails keeps back the later ones. */
  readonly ordered?: boolean;
}

export function defineConsumer(options: ProjectionOptions | EffectOptions): Consumer {
  const { name, kind, handlers } = options;
  return {
    name,
    kind,
    ordered: options.kind === 'projection' || (options.ordered ?? false),
    handlers: new Map(handlers.map((handler) => [handler.event.type, handler])),
    topics: new Set(handlers.map(({ event }) => event.topic)),
    empty: options.kind === 'projection' ? options.empty : null,
  };
}

/**
 * What a consumer does with each event of one type.
 * @example on(LearnerEnrolled, (event, { manager }) => roster.add(manager, event.payload))
 */
export function on<Payload>(
  event: EventDefinition<Payload>,
  handle: (event: ReceivedEvent<Payload>, transaction: Transaction) => Promise<void>,
): Handler {
  const each = onMany(event, async (events, transaction) => {
    for (const one of events) await handle(one, transaction);
  });
  return { ...each, oneByOne: true };
}

/**
 * The same for a consumer that can do many at once, in one statement for instance: it is given runs of events as they came, of one
 * aggregate perhaps several, in order. What it appends continues the trace of the run where all of it has one cause, and else none.
 */
export function onMany<Payload>(
  event: EventDefinition<Payload>,
  handle: (events: readonly ReceivedEvent<Payload>[], transaction: Transaction) => Promise<void>,
): Handler {
  return {
    event: { type: event.type, topic: event.topic },
    oneByOne: false,
    read({ id, data, aggregateversion: version, time }): ReceivedEvent<Payload> {
      const { success, data: payload, error } = event.payload.safeParse(data);
      if (!success) throw new InvalidPayload(explain(error), { cause: error });
      return { id, payload, version, time: new Date(time) };
    },
    apply: (events, transaction) => handle(events as readonly ReceivedEvent<Payload>[], transaction),
  };
}

/** One line: each property with what is wrong with it. */
function explain({ issues }: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }): string {
  return issues.map(({ path, message }) => `${path.map(String).join('.') || 'data'}: ${message}`).join('; ');
}

export function topicsOf(consumers: readonly Consumer[]): string[] {
  return [...new Set(consumers.flatMap(({ topics }) => [...topics]))];
}

/** Whether a consumer hears of events of this type, whether it uses them or not. */
export function hears(consumer: Consumer, type: string): boolean {
  return consumer.topics.has(topicOf(type));
}
