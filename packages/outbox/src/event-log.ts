import type { EventEnvelope } from '@lyceum/contracts';
import type { ClientBase } from 'pg';

/** A row of `event_log`, as returned by pg. */
export interface EventRow {
  readonly event_id: string;
  readonly aggregate_id: string;
  readonly version: string;
  readonly type: string;
  readonly payload: unknown;
  readonly headers: { readonly correlationid?: string; readonly traceparent?: string };
  readonly occurred_at: Date;
}

/** @param source the domain as written in envelopes: `/assessment` */
export function toEnvelope(row: EventRow, source: string): EventEnvelope {
  return {
    specversion: '1.0',
    id: row.event_id,
    source,
    type: row.type,
    subject: row.aggregate_id,
    time: row.occurred_at.toISOString(),
    datacontenttype: 'application/json',
    data: row.payload,
    aggregateversion: Number(row.version),
    ...row.headers,
  };
}

/** A source for a domain's history: a connection to its database, reserved for this use. */
export interface EventSource {
  /** `course` */
  readonly domain: string;
  readonly connection: Pick<ClientBase, 'query'>;
}

const pageSize = 500;

/** Runs work while every source shows a snapshot of its current state. */
export async function inSnapshot<Result>(
  sources: readonly EventSource[],
  read: () => Promise<Result>,
): Promise<Result> {
  for (const { connection } of sources) await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    return await read();
  } finally {
    for (const { connection } of sources) await connection.query('ROLLBACK').catch(() => undefined);
  }
}

export async function countLog({ connection }: EventSource, aggregateType: string): Promise<number> {
  const { rows } = await connection.query<{ count: string }>(
    'SELECT count(*) FROM event_log WHERE aggregate_type = $1',
    [aggregateType],
  );
  return Number(rows[0]?.count);
}

/** The events of one kind of aggregate, in pages: one aggregate after the other, each in version order. */
export async function* readLog(source: EventSource, aggregateType: string): AsyncGenerator<EventEnvelope[]> {
  let last: EventRow | undefined;
  for (;;) {
    const { rows }: { rows: EventRow[] } = await source.connection.query<EventRow>(
      `SELECT event_id, aggregate_id, version, type, payload, headers, occurred_at FROM event_log
       WHERE aggregate_type = $1 AND ($2::text IS NULL OR (aggregate_id, version, event_id) > ($2, $3::bigint, $4::uuid))
       ORDER BY aggregate_id, version, event_id LIMIT ${pageSize}`,
      [aggregateType, last?.aggregate_id ?? null, last?.version ?? null, last?.event_id ?? null],
    );
    if (rows.length > 0) yield rows.map((row) => toEnvelope(row, `/${source.domain}`));
    if (rows.length < pageSize) return;
    last = rows.at(-1);
  }
}
