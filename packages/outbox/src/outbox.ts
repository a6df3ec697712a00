import type { EventDefinition } from '@lyceum/contracts';
import { currentRequest, type RequestScope } from '@lyceum/telemetry';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { noteWritten, type WrittenEvent } from './written-events.ts';

/** A transaction and the events that it stores. */
export interface Transaction {
  readonly manager: EntityManager;
  /**
   * Appends an event, which is published after the commit. `version` is the aggregate's version after the change: lock
   * the aggregate's row first, so that versions rise.
   * @throws {ZodError} if the payload does not match the event's schema
   * @throws {Error} if the transaction's work has ended: the event would be lost
   */
  append<Payload>(event: EventDefinition<Payload>, payload: Payload, version: number): void;
  /**
   * Runs something once the transaction has committed, such as waking a live feed; it must not throw. It is lost where the process ends first,
   * and where an operator replays an event: use it for hints alone.
   */
  afterCommit(hint: () => void): void;
}

/** Stores state and events atomically. */
export interface Outbox {
  /** Runs work in a transaction; events that it appends are stored with its changes and published after the commit. */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
}

interface PendingEvent {
  readonly event_id: string;
  readonly aggregate_type: string;
  readonly aggregate_id: string;
  readonly version: number;
  readonly type: string;
  readonly payload: unknown;
  readonly headers: { readonly correlationid?: string; readonly traceparent?: string };
}

/**
 * The outbox of one database.
 * @param onCommitted called after each commit that stored events; wakes the relay
 */
export function createOutbox(dataSource: DataSource, onCommitted: () => void): Outbox {
  return {
    async transaction(work) {
      const { result, stored, hints } = await dataSource.transaction((manager) => runWithEvents(manager, work));
      if (stored.length > 0) {
        noteWritten(stored);
        onCommitted();
      }
      for (const hint of hints) hint();
      return result;
    },
  };
}

/** The result of work in a transaction. */
export interface WorkDone<Result> {
  readonly result: Result;
  readonly stored: readonly WrittenEvent[];
  /** To run after the commit. */
  readonly hints: readonly (() => void)[];
}

/** Runs work in an open transaction, and stores the events that it appends. */
export async function runWithEvents<Result>(
  manager: EntityManager,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<WorkDone<Result>> {
  const pending: PendingEvent[] = [];
  const hints: (() => void)[] = [];
  let ended = false;
  const result = await work({
    manager,
    append(event, payload, version) {
      if (ended)
        throw new Error(`${event.type} was appended to a transaction that has ended: await the code that appends it.`);
      const checked = event.payload.parse(payload);
      pending.push({
        event_id: uuidv7(),
        aggregate_type: event.aggregateType,
        aggregate_id: event.key(checked),
        version,
        type: event.type,
        payload: checked,
        headers: headersOf(currentRequest()),
      });
    },
    afterCommit(hint) {
      if (ended)
        throw new Error('afterCommit was called on a transaction that has ended: await the code that calls it.');
      hints.push(hint);
    },
  });
  ended = true;
  if (pending.length > 0) await store(manager, pending);
  return { result, stored: pending.map(({ event_id: id, type }) => ({ id, type })), hints };
}

function headersOf(request: RequestScope | undefined): PendingEvent['headers'] {
  if (!request) return {};
  const { requestId: correlationid, traceparent } = request;
  return traceparent ? { correlationid, traceparent } : { correlationid };
}

/** One statement for any number of events; rows are inserted in append order. */
async function store(manager: EntityManager, events: readonly PendingEvent[]): Promise<void> {
  await manager.query(
    `WITH event AS (
       SELECT row_number() OVER () AS place, now() AS occurred_at, record.*
       FROM jsonb_to_recordset($1::jsonb) AS record(
         event_id uuid, aggregate_type text, aggregate_id text, version bigint, type text, payload jsonb, headers jsonb)
     ), logged AS (
       INSERT INTO event_log (event_id, aggregate_type, aggregate_id, version, type, payload, headers, occurred_at)
       SELECT event_id, aggregate_type, aggregate_id, version, type, payload, headers, occurred_at FROM event
     )
     INSERT INTO outbox (event_id, occurred_at) SELECT event_id, occurred_at FROM event ORDER BY place`,
    [JSON.stringify(events)],
  );
}
