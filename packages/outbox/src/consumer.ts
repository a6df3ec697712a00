import { type EventDefinition, type EventEnvelope, topicOf } from '@lyceum/contracts';
import type { EntityManager } from 'typeorm';
import type { Transaction } from './outbox.ts';

/** An event as a consumer receives it, its payload validated. */
export interface ReceivedEvent<Payload> {
  readonly id: string;
  readonly payload: Payload;
  /** The version of the aggregate after the event. */
  readonly version: number;
  readonly time: Date;
}

/** How a consumer handles one type of event. */
export interface Handler {
  readonly event: Pick<EventDefinition, 'type' | 'topic'>;
  /** @throws {InvalidPayload} if the payload does not match the event's schema */
  read(envelope: EventEnvelope): ReceivedEvent<unknown>;
  /** Whether it receives one event at a time, in the scope of that event's cause. */
  readonly oneByOne: boolean;
  /** Applies events returned by `read`, in order. */
  apply(events: readonly ReceivedEvent<unknown>[], transaction: Transaction): Promise<void>;
}

/** The payload does not match the event's schema: a retry would not help. */
export class InvalidPayload extends Error {
  override readonly name = 'InvalidPayload';
}

export interface Consumer {
  /** Unique in its database. Never change it: the inbox is keyed by it. */
  readonly name: string;
  /**
   * A projection keeps the newest facts and skips older versions; an effect (points, an email, a payment) happens for
   * every event, however late.
   */
  readonly kind: 'projection' | 'effect';
  /** Whether an event that could not be applied blocks later ones of its aggregate. Always true for a projection. */
  readonly ordered: boolean;
  readonly handlers: ReadonlyMap<string, Handler>;
  /** Whole topics, including types in them that it does not use. */
  readonly topics: ReadonlySet<string>;
  /** How to empty a projection before a rebuild; undefined for an effect, which cannot be undone. */
  readonly empty: ((manager: EntityManager) => Promise<unknown>) | null;
}

interface ConsumerOptions {
  readonly name: string;
  readonly handlers: readonly Handler[];
}

export interface ProjectionOptions extends ConsumerOptions {
  readonly kind: 'projection';
  /**
   * Deletes every row that its handlers have written. Use DELETE: readers then see the old rows until the rebuild
   * commits.
   */
  readonly empty: (manager: EntityManager) => Promise<unknown>;
}

export interface EffectOptions extends ConsumerOptions {
  readonly kind: 'effect';
  /** The order of an aggregate's events matters (grades, payments): an event that fails blocks later ones. */
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
 * Handles each event of one type.
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
 * Handles many events at once, in one statement for example. It receives runs of adjacent events in order, possibly
 * several of one aggregate. Events it appends continue the trace of the run if the whole run has one cause; otherwise
 * they continue none.
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

/** One line: each property and its fault. */
function explain({ issues }: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }): string {
  return issues.map(({ path, message }) => `${path.map(String).join('.') || 'data'}: ${message}`).join('; ');
}

export function topicsOf(consumers: readonly Consumer[]): string[] {
  return [...new Set(consumers.flatMap(({ topics }) => [...topics]))];
}

/** Whether a consumer receives events of this type, even if it does not use them. */
export function hears(consumer: Consumer, type: string): boolean {
  return consumer.topics.has(topicOf(type));
}
