import type { EntityManager } from 'typeorm';
import { keyOf, type Position, type Positions } from './plan.ts';

interface Aggregate {
  readonly type: string;
  readonly id: string;
}

/** Locks a consumer's positions in some aggregates, always in the same order, until the transaction ends. */
export async function lockPositions(
  manager: EntityManager,
  consumer: string,
  aggregates: readonly Aggregate[],
): Promise<Positions> {
  const unique = [...new Map(aggregates.map((aggregate) => [keyOf(aggregate), aggregate])).values()];
  const rows: { type: string; id: string; version: string; blocked: boolean }[] = await manager.query(
    `INSERT INTO stream_position AS position (consumer, aggregate_type, aggregate_id, version)
     SELECT $1, aggregate.type, aggregate.id, 0
     FROM unnest($2::text[], $3::text[]) AS aggregate (type, id) ORDER BY aggregate.type, aggregate.id
     ON CONFLICT (consumer, aggregate_type, aggregate_id) DO UPDATE SET version = position.version
     RETURNING aggregate_type AS type, aggregate_id AS id, version, blocked`,
    [consumer, unique.map(({ type }) => type), unique.map(({ id }) => id)],
  );
  return new Map(
    rows.map(({ type, id, version, blocked }) => [keyOf({ type, id }), { version: Number(version), blocked }]),
  );
}

/** Saves the consumer's positions in locked aggregates. */
export async function movePositions(
  manager: EntityManager,
  consumer: string,
  before: Positions,
  after: Positions,
): Promise<void> {
  const moved = [...after].filter(([key, position]) => !isSame(position, before.get(key)));
  if (moved.length > 0) await putPositions(manager, consumer, new Map(moved));
}

/** Saves a consumer's positions in aggregates that nothing else can be working on. */
export async function putPositions(manager: EntityManager, consumer: string, positions: Positions): Promise<void> {
  // No UPDATE … FROM: with outdated statistics the planner scans all of the consumer's rows.
  await manager.query(
    `INSERT INTO stream_position (consumer, aggregate_type, aggregate_id, version, blocked)
     SELECT $1, put.type, put.id, put.version, put.blocked
     FROM unnest($2::text[], $3::text[], $4::bigint[], $5::boolean[]) AS put (type, id, version, blocked)
     ON CONFLICT (consumer, aggregate_type, aggregate_id)
     DO UPDATE SET version = excluded.version, blocked = excluded.blocked`,
    [consumer, ...columnsOf([...positions])],
  );
}

/** Resets the consumer to the state before its first event. */
export async function forgetPositions(manager: EntityManager, consumer: string): Promise<void> {
  await manager.query('DELETE FROM stream_position WHERE consumer = $1', [consumer]);
}

/** Kinds, ids, versions, and blocked flags. */
function columnsOf(positions: readonly (readonly [string, Position])[]): unknown[][] {
  return [
    positions.map(([key]) => key.slice(0, key.indexOf('/'))),
    positions.map(([key]) => key.slice(key.indexOf('/') + 1)),
    positions.map(([, { version }]) => version),
    positions.map(([, { blocked }]) => blocked),
  ];
}

function isSame(position: Position, other: Position | undefined): boolean {
  return position.version === other?.version && position.blocked === other.blocked;
}
