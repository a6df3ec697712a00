import type { EventEnvelope } from '@lyceum/contracts';
import type { EntityManager } from 'typeorm';
import { BeingRebuilt, rebuildLock } from './rebuild-lock.ts';

/**
 * Claims events for a consumer: those that neither this nor another process has claimed. Waits for a transaction that
 * is claiming one of them.
 * @returns the ids of the newly claimed events
 * @throws {BeingRebuilt}
 */
export async function claimEvents(
  manager: EntityManager,
  consumer: string,
  envelopes: readonly EventEnvelope[],
): Promise<ReadonlySet<string>> {
  const [{ open, fresh }] = await manager.query(
    `WITH gate AS MATERIALIZED (
       SELECT pg_try_advisory_xact_lock_shared($1::int, hashtext($2::text)) AS open
     ), taken AS (
       INSERT INTO inbox (consumer, event_id, event_date)
       SELECT $2::text, event.id, (event.time AT TIME ZONE 'UTC')::date
       FROM gate, unnest($3::uuid[], $4::timestamptz[]) AS event (id, time)
       WHERE gate.open ORDER BY event.id
       ON CONFLICT DO NOTHING RETURNING event_id::text
     )
     SELECT gate.open, ARRAY(SELECT event_id FROM taken) AS fresh FROM gate`,
    [rebuildLock, consumer, envelopes.map(({ id }) => id), envelopes.map(({ time }) => time)],
  );
  if (!open) throw new BeingRebuilt(consumer);
  return new Set(fresh);
}
