import type { EventEnvelope } from '@lyceum/contracts';
import type { EntityManager } from 'typeorm';
import { aggregateOf } from './plan.ts';
import type { Reason, Refusal } from './reading.ts';

/** An event that a consumer has not applied. */
export interface DeadLetter {
  readonly consumer: string;
  readonly reason: Reason;
  /** The last error, or what it is waiting for. */
  readonly error: string;
  readonly attempts: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly envelope: EventEnvelope;
}

/** Selects dead letters; an omitted property matches all. */
export interface LetterFilter {
  readonly consumer?: string | undefined;
  readonly eventId?: string | undefined;
  readonly reason?: Reason | undefined;
  readonly type?: string | undefined;
}

/** An aggregate for which a consumer has dead letters. */
export interface LetterKey {
  readonly consumer: string;
  readonly aggregate: { readonly type: string; readonly id: string };
}

const columns = `consumer, reason, error, attempts, first_at AS "firstAt", last_at AS "lastAt", envelope`;
const matches = `($1::text IS NULL OR consumer = $1) AND ($2::uuid IS NULL OR event_id = $2) AND ($3::text IS NULL OR reason = $3)
  AND ($4::text IS NULL OR type = $4)`;

const valuesOf = ({ consumer, eventId, reason, type }: LetterFilter) =>
  [consumer, eventId, reason, type].map((value) => value ?? null);

/** Adds dead letters; existing ones are unchanged. */
export async function writeDeadLetters(
  manager: EntityManager,
  consumer: string,
  refused: readonly { readonly envelope: EventEnvelope; readonly refusal: Refusal }[],
): Promise<void> {
  if (refused.length === 0) return;
  const aggregates = refused.map(({ envelope }) => aggregateOf(envelope));
  await manager.query(
    `INSERT INTO dead_letter
       (consumer, event_id, type, aggregate_type, aggregate_id, version, envelope, reason, error, attempts)
     SELECT $1, letter.event_id, letter.type, letter.aggregate_type, letter.aggregate_id, letter.version,
            letter.envelope::json, letter.reason, letter.error, letter.attempts
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::int[])
       WITH ORDINALITY
       AS letter (event_id, type, aggregate_type, aggregate_id, version, envelope, reason, error, attempts, place)
     ORDER BY letter.place
     ON CONFLICT (consumer, event_id) DO NOTHING`,
    [
      consumer,
      refused.map(({ envelope }) => envelope.id),
      refused.map(({ envelope }) => envelope.type),
      aggregates.map(({ type }) => type),
      aggregates.map(({ id }) => id),
      refused.map(({ envelope }) => envelope.aggregateversion),
      refused.map(({ envelope }) => JSON.stringify(envelope)),
      refused.map(({ refusal }) => refusal.reason),
      refused.map(({ refusal }) => refusal.error),
      refused.map(({ refusal }) => refusal.attempts),
    ],
  );
}

/** Dead letters in order of arrival. */
export function findLetters(manager: EntityManager, filter: LetterFilter): Promise<DeadLetter[]> {
  return manager.query(`SELECT ${columns} FROM dead_letter WHERE ${matches} ORDER BY id`, valuesOf(filter));
}

/** The aggregates of dead letters, longest waiting first. */
export function findLetterKeys(manager: EntityManager, filter: LetterFilter): Promise<LetterKey[]> {
  return manager.query(
    `SELECT consumer, json_build_object('type', aggregate_type, 'id', aggregate_id) AS aggregate
     FROM dead_letter WHERE ${matches} GROUP BY consumer, aggregate_type, aggregate_id ORDER BY min(id)`,
    valuesOf(filter),
  );
}

/** The first dead letters of an aggregate, in the order to apply them; a null limit returns all. */
export function findLettersOf(
  manager: EntityManager,
  { consumer, aggregate }: LetterKey,
  limit: number | null,
): Promise<DeadLetter[]> {
  return manager.query(
    `SELECT ${columns} FROM dead_letter
     WHERE consumer = $1 AND aggregate_type = $2 AND aggregate_id = $3 ORDER BY version, id LIMIT $4`,
    [consumer, aggregate.type, aggregate.id, limit],
  );
}

/** Locks a dead letter until the transaction ends. Undefined: it is already settled. */
export async function lockLetter(
  manager: EntityManager,
  consumer: string,
  eventId: string,
): Promise<DeadLetter | undefined> {
  const letters = await manager.query(
    `SELECT ${columns} FROM dead_letter WHERE consumer = $1 AND event_id = $2 FOR UPDATE`,
    [consumer, eventId],
  );
  return letters[0];
}

/** Records that another attempt failed. */
export async function updateLetter(
  manager: EntityManager,
  consumer: string,
  eventId: string,
  refusal: Refusal,
): Promise<void> {
  await manager.query(
    `UPDATE dead_letter SET reason = $3, error = $4, attempts = attempts + $5, last_at = clock_timestamp()
     WHERE consumer = $1 AND event_id = $2`,
    [consumer, eventId, refusal.reason, refusal.error, refusal.attempts],
  );
}

export async function removeLetters(
  manager: EntityManager,
  consumer: string,
  eventIds: readonly string[],
): Promise<void> {
  if (eventIds.length === 0) return;
  await manager.query('DELETE FROM dead_letter WHERE consumer = $1 AND event_id = ANY($2::uuid[])', [
    consumer,
    eventIds,
  ]);
}

export async function removeLettersOf(manager: EntityManager, consumer: string): Promise<void> {
  await manager.query('DELETE FROM dead_letter WHERE consumer = $1', [consumer]);
}

/** The parked types of each consumer. */
export function findParkedTypes(manager: EntityManager): Promise<{ consumer: string; type: string }[]> {
  return manager.query("SELECT DISTINCT consumer, type FROM dead_letter WHERE reason = 'UNKNOWN_TYPE' ORDER BY 1, 2");
}

/** The ids of the events that a consumer must never apply. */
export async function findDiscarded(manager: EntityManager, consumer: string): Promise<ReadonlySet<string>> {
  const rows: { event_id: string }[] = await manager.query('SELECT event_id FROM discarded_event WHERE consumer = $1', [
    consumer,
  ]);
  return new Set(rows.map(({ event_id }) => event_id));
}
