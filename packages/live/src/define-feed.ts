import type { EventDefinition } from '@lyceum/contracts';
import { currentRequest } from '@lyceum/telemetry';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { type FeedEntry, UnknownPosition } from './live-feeds.ts';

/** One change in a feed. */
export interface FeedChange<Key extends string, Value> extends FeedEntry {
  readonly key: Key;
  readonly value: Value;
}

export interface FeedOptions<KeySchema extends z.ZodType<string>, Value, Payload> {
  /** Identifies the feed in its subgraph: `grade`. */
  readonly name: string;
  /** The kind of id that keys the feed; there is one feed for each id. */
  readonly key: KeySchema;
  /** Parses a value from JSON. Entries are kept for long: it must accept those of earlier releases. */
  readonly value: z.ZodType<Value>;
  /** The event published with each change: it wakes the feed on every instance. */
  readonly event: EventDefinition<Payload>;
  /** The feed's key for an event. */
  readonly keyOf: (payload: Payload) => z.output<KeySchema>;
  /**
   * Number of entries kept in each feed; default 10,000. Clients that resume from an older one must read the current
   * state.
   */
  readonly keep?: number;
}

export interface Feed<Key extends string, Value> {
  readonly name: string;
  readonly topic: string;
  /** The key of the feed that an event wakes; undefined for other events. */
  wokenBy(event: { readonly type: string; readonly data: unknown }): Key | undefined;
  /**
   * Adds a change, with the trace of the running request. The lock of the feed's row makes versions increase by one in
   * commit order: concurrent appends to the same feed wait for it, so append last in a transaction.
   * @returns the version of the change
   */
  append(manager: EntityManager, key: Key, value: Value): Promise<number>;
  /**
   * Changes with a higher version, in order, at most `limit`.
   * @throws {UnknownPosition} if the next one is no longer stored
   */
  read(manager: EntityManager, key: string, after: number, limit: number): Promise<FeedChange<Key, Value>[]>;
  /** The version of the newest change; 0 before the first. */
  head(manager: EntityManager, key: string): Promise<number>;
  /** The versions of the newest changes of some feeds; feeds without a change are omitted. One statement. */
  heads(manager: EntityManager, keys: readonly Key[]): Promise<Map<Key, number>>;
}

interface Row {
  readonly version: string;
  readonly entry: unknown;
  readonly traceparent: string | null;
}

/**
 * Declares a live feed: a list of changes for each key, which clients follow and can resume. Its tables are those of
 * `CreateFeeds1764000000004`.
 * @example defineFeed({ name: 'grade', key: CourseId, value: Grade, event: GradeChanged, keyOf: ({ courseId }) => courseId })
 */
export function defineFeed<KeySchema extends z.ZodType<string>, Value, Payload>(
  options: FeedOptions<KeySchema, Value, Payload>,
): Feed<z.output<KeySchema>, Value> {
  type Key = z.output<KeySchema>;
  const { name, event, keep = 10_000 } = options;
  const feed: Feed<Key, Value> = {
    name,
    topic: event.topic,

    wokenBy({ type, data }) {
      const payload = type === event.type ? event.payload.safeParse(data) : undefined;
      return payload?.success ? options.keyOf(payload.data) : undefined;
    },

    async append(manager, key, value) {
      const [row]: { version: string }[] = await manager.query(
        `WITH next AS (
           INSERT INTO feed (name, key, version) VALUES ($1, $2, 1)
           ON CONFLICT (name, key) DO UPDATE SET version = feed.version + 1 RETURNING version
         ), added AS (
           INSERT INTO feed_entry (name, key, version, entry, traceparent) SELECT $1, $2, version, $3, $4 FROM next
         ), removed AS (
           DELETE FROM feed_entry WHERE name = $1 AND key = $2 AND version <= (SELECT version FROM next) - $5::bigint
         )
         SELECT version FROM next`,
        [name, key, JSON.stringify(value), currentRequest()?.traceparent ?? null, keep],
      );
      if (!row) throw new Error(`Nothing was appended to the feed ${name} of ${key}.`);
      return Number(row.version);
    },

    async read(manager, key, after, limit) {
      const rows: Row[] = await manager.query(
        `SELECT version, entry, traceparent FROM feed_entry WHERE name = $1 AND key = $2 AND version > $3
         ORDER BY version LIMIT $4`,
        [name, key, after, limit],
      );
      const [first] = rows;
      if (first && Number(first.version) > after + 1) {
        throw new UnknownPosition(
          `The feed ${name} of ${key} starts at ${first.version}; ${after + 1} is no longer stored.`,
        );
      }
      const parsedKey = options.key.parse(key);
      return rows.map(({ version, entry, traceparent }) => ({
        version: Number(version),
        key: parsedKey,
        value: options.value.parse(entry),
        ...(traceparent && { traceparent }),
      }));
    },

    async head(manager, key) {
      return (await feed.heads(manager, [options.key.parse(key)])).values().next().value ?? 0;
    },

    async heads(manager, keys) {
      const rows: { key: Key; version: string }[] = await manager.query(
        'SELECT key, version FROM feed WHERE name = $1 AND key = ANY($2)',
        [name, keys],
      );
      return new Map(rows.map(({ key, version }) => [key, Number(version)]));
    },
  };
  return feed;
}
