/** One change in a feed. A feed's versions rise by one, without a gap, under a lock of the feed's row. */
export interface FeedEntry {
  readonly version: number;
  /** The W3C trace context of the change; its push belongs to the same trace. */
  readonly traceparent?: string;
}

export interface FeedSource<Entry extends FeedEntry> {
  /** Committed entries with a higher version, in order, at most `limit`. */
  read(feedId: string, after: number, limit: number): Promise<readonly Entry[]>;
  /** The version of the newest committed entry; 0 for a feed without entries. */
  head(feedId: string): Promise<number>;
}

interface Feed<Entry> {
  /** Incremented by every wake; a read started in this generation sees everything committed before the wake. */
  generation: number;
  /** Reads of this generation by position: subscribers at the same position share one. */
  readonly reads: Map<number, Promise<readonly Entry[]>>;
  readonly waiting: Set<() => void>;
  subscribers: number;
}

/** The requested position is beyond the feed's end, so it was never issued. */
export class UnknownPosition extends Error {
  override readonly name = 'UnknownPosition';
  readonly code = 'BAD_CURSOR';
}

const batch = 100;

/**
 * Live feeds that can resume: a subscriber passes the last version it saw, receives everything after it from the
 * database, and then new entries. Both come from the same read, so there is no gap and no duplicate between them.
 *
 * Call `wake` after a commit that added entries. Wakes may be lost or repeated: feeds with subscribers are also read
 * every few seconds.
 */
export class LiveFeeds<Entry extends FeedEntry> {
  private readonly feeds = new Map<string, Feed<Entry>>();
  /** Reads of heads in progress: subscribers that reconnect together share one. */
  private readonly heads = new Map<string, Promise<number>>();
  private readonly recheck: NodeJS.Timeout;

  constructor(
    private readonly source: FeedSource<Entry>,
    recheckMilliseconds = 5_000,
  ) {
    this.recheck = setInterval(() => {
      for (const feedId of this.feeds.keys()) this.wake(feedId);
    }, recheckMilliseconds);
    this.recheck.unref();
  }

  wake(feedId: string): void {
    const feed = this.feeds.get(feedId);
    if (!feed) return;
    feed.generation += 1;
    feed.reads.clear();
    const waiting = [...feed.waiting];
    feed.waiting.clear();
    for (const resume of waiting) resume();
  }

  /**
   * Entries after a version, then new ones. Null: only new ones. A version beyond the feed's end ends the stream with
   * {UnknownPosition}, because waiting for it would skip the entries in between.
   * @param accept returns the entries of a batch that this subscriber may see; throwing ends the stream with that error
   */
  subscribe(
    feedId: string,
    after: number | null,
    accept: (entries: readonly Entry[]) => Promise<readonly Entry[]>,
  ): AsyncIterableIterator<Entry> {
    const feed = this.join(feedId);
    let position = after === null ? this.source.head(feedId) : this.knownPosition(feedId, after);
    position.catch(() => undefined);
    let buffered: readonly Entry[] = [];
    /** The generation in which everything up to the position had been read. */
    let readUpIn: number | undefined;
    let ended = false;
    let stopWaiting: (() => void) | undefined;

    const end = () => {
      if (ended) return;
      ended = true;
      this.leave(feedId, feed);
      stopWaiting?.();
    };

    const nextEntry = async (): Promise<Entry | undefined> => {
      while (!ended) {
        const [first, ...rest] = buffered;
        if (first) {
          buffered = rest;
          return first;
        }
        if (readUpIn === feed.generation) {
          await new Promise<void>((resolve) => {
            stopWaiting = resolve;
            feed.waiting.add(resolve);
          });
          if (stopWaiting) feed.waiting.delete(stopWaiting);
          continue;
        }
        const from = await position;
        const { generation } = feed;
        const entries = await this.read(feedId, feed, from);
        if (entries.length < batch) readUpIn = generation;
        const newest = entries.at(-1);
        if (!newest) continue;
        position = Promise.resolve(newest.version);
        buffered = await accept(entries);
      }
      return undefined;
    };

    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      async next() {
        try {
          const entry = await nextEntry();
          return entry && !ended ? { done: false, value: entry } : { done: true, value: undefined };
        } catch (error) {
          end();
          throw error;
        }
      },
      async return() {
        end();
        return { done: true, value: undefined };
      },
      async throw(error) {
        end();
        throw error;
      },
    };
  }

  /** The current number of subscribers. */
  get subscribers(): number {
    return [...this.feeds.values()].reduce((sum, feed) => sum + feed.subscribers, 0);
  }

  stop(): void {
    clearInterval(this.recheck);
  }

  private join(feedId: string): Feed<Entry> {
    const feed = this.feeds.get(feedId) ?? { generation: 0, reads: new Map(), waiting: new Set(), subscribers: 0 };
    feed.subscribers += 1;
    this.feeds.set(feedId, feed);
    return feed;
  }

  private leave(feedId: string, feed: Feed<Entry>): void {
    feed.subscribers -= 1;
    if (feed.subscribers === 0) this.feeds.delete(feedId);
  }

  private async knownPosition(feedId: string, after: number): Promise<number> {
    if (after <= (await this.sharedHead(feedId))) return after;
    // A shared head may have been read before this position was issued.
    const head = await this.source.head(feedId);
    if (after <= head) return after;
    throw new UnknownPosition(`The feed ${feedId} is at version ${head}; version ${after} was requested.`);
  }

  private sharedHead(feedId: string): Promise<number> {
    const reading = this.heads.get(feedId);
    if (reading) return reading;
    const head = this.source.head(feedId).finally(() => this.heads.delete(feedId));
    this.heads.set(feedId, head);
    return head;
  }

  private read(feedId: string, feed: Feed<Entry>, after: number): Promise<readonly Entry[]> {
    const shared = feed.reads.get(after);
    // The subscriber that started the read may have left, which cancels the read.
    if (shared) return shared.catch(() => feed.reads.get(after) ?? this.startRead(feedId, feed, after));
    return this.startRead(feedId, feed, after);
  }

  private startRead(feedId: string, feed: Feed<Entry>, after: number): Promise<readonly Entry[]> {
    const read = this.source.read(feedId, after, batch);
    feed.reads.set(after, read);
    read.catch(() => {
      if (feed.reads.get(after) === read) feed.reads.delete(after);
    });
    return read;
  }
}
