import type { EventDefinition, EventEnvelope } from '@lyceum/contracts';
import type { Logger } from '@lyceum/telemetry';
import type { DataSource } from 'typeorm';
import { runWithEvents, type Transaction } from './outbox.ts';

/** An event as a consumer receives it, its payload checked against the event's schema. */
export interface ReceivedEvent<Payload> {
  readonly id: string;
  readonly payload: Payload;
  /** The version of the aggregate after the event. */
  readonly version: number;
  readonly time: Date;
}

interface Handler {
  readonly event: Pick<EventDefinition, 'type' | 'topic' | 'aggregateType'>;
  handle(envelope: EventEnvelope, transaction: Transaction): Promise<void>;
}

export interface Consumer {
  /** Unique in its database, and never changed: it is how the inbox knows what was applied. */
  readonly name: string;
  /**
   * A projection keeps the newest facts and passes over versions older than what it has; an effect (points, a mail, a
   * payment) happens for every event, however late.
   */
  readonly kind: 'projection' | 'effect';
  readonly handlers: ReadonlyMap<string, Handler>;
}

export function defineConsumer(consumer: {
  name: string;
  kind: 'projection' | 'effect';
  handlers: readonly Handler[];
}): Consumer {
  return { ...consumer, handlers: new Map(consumer.handlers.map((handler) => [handler.event.type, handler])) };
}

/**
 * What a consumer does with one type of event.
 * @example on(LearnerEnrolled, (event, { manager }) => roster.add(manager, event.payload))
 */
export function on<Payload>(
  event: EventDefinition<Payload>,
  handle: (event: ReceivedEvent<Payload>, transaction: Transaction) => Promise<void>,
): Handler {
  return {
    event: { type: event.type, topic: event.topic, aggregateType: event.aggregateType },
    handle: (envelope, transaction) =>
      handle(
        {
          id: envelope.id,
          payload: event.payload.parse(envelope.data),
          version: envelope.aggregateversion,
          time: new Date(envelope.time),
        },
        transaction,
      ),
  };
}

export function topicsOf(consumers: readonly Consumer[]): string[] {
  return [...new Set(consumers.flatMap((consumer) => [...consumer.handlers.values()].map(({ event }) => event.topic)))];
}

const attemptsBeforeDeadLetter = 5;

/**
 * Gives an event to every consumer that handles its type: effect and inbox row in one transaction, so that each applies it
 * once. After five failures the event goes to that consumer's dead letters, with the error.
 *
 * @throws where the database cannot be used, or even the dead letter could not be written; the transport then delivers the
 * event again
 */
export async function dispatch(
  context: { dataSource: DataSource; log: Logger; onCommitted: () => void },
  consumers: readonly Consumer[],
  envelope: EventEnvelope,
): Promise<void> {
  for (const consumer of consumers) {
    const handler = consumer.handlers.get(envelope.type);
    if (!handler) continue;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const stored = await applyOnce(context.dataSource, consumer, handler, envelope);
        if (stored > 0) context.onCommitted();
        break;
      } catch (error) {
        context.log.warn(
          { err: error, consumer: consumer.name, event: envelope.id, attempt },
          'could not apply an event',
        );
        if (isOutage(error)) throw error;
        if (attempt === attemptsBeforeDeadLetter) {
          await writeDeadLetter(context.dataSource, consumer, envelope, error);
          break;
        }
        await backOff(attempt);
      }
    }
  }
}

/** @returns how many events the consumer stored in turn */
async function applyOnce(
  dataSource: DataSource,
  consumer: Consumer,
  handler: Handler,
  envelope: EventEnvelope,
): Promise<number> {
  return dataSource.transaction(async (manager) => {
    const fresh = await manager.query(
      `INSERT INTO inbox (consumer, event_id, event_date) VALUES ($1, $2, ($3::timestamptz AT TIME ZONE 'UTC')::date)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [consumer.name, envelope.id, envelope.time],
    );
    if (fresh.length === 0) return 0;
    if (consumer.kind === 'projection') {
      const newer = await manager.query(
        `INSERT INTO stream_position (consumer, aggregate_type, aggregate_id, version) VALUES ($1, $2, $3, $4)
         ON CONFLICT (consumer, aggregate_type, aggregate_id) DO UPDATE SET version = excluded.version
         WHERE stream_position.version < excluded.version RETURNING 1`,
        [consumer.name, handler.event.aggregateType, envelope.subject, envelope.aggregateversion],
      );
      if (newer.length === 0) return 0;
    }
    const { stored } = await runWithEvents(manager, (transaction) => handler.handle(envelope, transaction));
    return stored;
  });
}

async function writeDeadLetter(dataSource: DataSource, consumer: Consumer, envelope: EventEnvelope, error: unknown) {
  await dataSource.query(
    `INSERT INTO dead_letter (consumer, event_id, envelope, error) VALUES ($1, $2, $3, $4)
     ON CONFLICT (consumer, event_id) DO UPDATE SET error = excluded.error, at = now()`,
    [consumer.name, envelope.id, JSON.stringify(envelope), error instanceof Error ? error.message : String(error)],
  );
}

/** Whether the connection or the server failed, by SQLSTATE, Node's code or (pg gives no code) the message: no event is at fault. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(08|53|57P|ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|EAI_|ENOTFOUND)/.test(code) ||
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/i.test(
      error.message,
    )
  );
}

/** 20, 40, 80, 160 ms, each up to half longer, so that consumers that failed together do not try together. */
function backOff(attempt: number): Promise<void> {
  const milliseconds = 10 * 2 ** attempt * (1 + Math.random() / 2);
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
