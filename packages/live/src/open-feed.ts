import type { EntityManager } from 'typeorm';
import type { Feed, FeedChange } from './define-feed.ts';
import { LiveFeeds } from './live-feeds.ts';

/** The part of a transaction that a feed needs. */
export interface FeedTransaction {
  readonly manager: EntityManager;
  afterCommit(hint: () => void): void;
}

/** A feed of a running subgraph. */
export interface OpenFeed<Key extends string, Value> {
  /** Adds a change, and wakes local subscribers after the commit. @returns the version of the change */
  append(transaction: FeedTransaction, key: Key, value: Value): Promise<number>;
  /** The versions of the newest changes of some feeds; feeds without a change are omitted. One statement. */
  heads(manager: EntityManager, keys: readonly Key[]): Promise<Map<Key, number>>;
  /**
   * Changes after a version, then new ones. Null: only new ones.
   * @param accept returns the changes of a batch that this subscriber may see; throwing ends the stream with that error
   */
  follow(
    key: Key,
    after: number | null,
    accept: (changes: readonly FeedChange<Key, Value>[]) => Promise<readonly FeedChange<Key, Value>[]>,
  ): AsyncIterableIterator<FeedChange<Key, Value>>;
  /** Wakes the subscribers of an event's feed, if it is one of this feed. */
  hear(event: { readonly type: string; readonly data: unknown }): void;
  stop(): void;
}

/** @param manager reads the feed, outside of any transaction */
export function openFeed<Key extends string, Value>(
  feed: Feed<Key, Value>,
  manager: EntityManager,
): OpenFeed<Key, Value> {
  const live = new LiveFeeds<FeedChange<Key, Value>>({
    read: (key, after, limit) => feed.read(manager, key, after, limit),
    head: (key) => feed.head(manager, key),
  });
  return {
    async append(transaction, key, value) {
      const version = await feed.append(transaction.manager, key, value);
      transaction.afterCommit(() => live.wake(key));
      return version;
    },
    heads: (reader, keys) => feed.heads(reader, keys),
    follow: (key, after, accept) => live.subscribe(key, after, accept),
    hear(event) {
      const key = feed.wokenBy(event);
      if (key !== undefined) live.wake(key);
    },
    stop: () => live.stop(),
  };
}
