import { DatabaseBusy } from './database-busy.ts';

export interface ConnectionQueueOptions {
  /** Maximum number of connections in use. */
  readonly size: number;
  /** Maximum per owner; work without an owner may use all. */
  readonly shareOf: (owner: string) => number;
  /** Maximum number of waiting requests per owner. */
  readonly waitingPerOwner: number;
  /** Maximum wait of a request in milliseconds. */
  readonly waitMs: number;
}

interface Waiting {
  grant(): void;
}

interface Owner {
  held: number;
  readonly waiting: Set<Waiting>;
}

/**
 * Decides who gets the next connection of a pool. Owners are served in turn, and none may exceed its share, so that a
 * burst of one person's requests delays only that person.
 */
export class ConnectionQueue {
  readonly #options: ConnectionQueueOptions;
  /** Owners that hold or wait, the one served longest ago first. */
  readonly #owners = new Map<string, Owner>();
  #held = 0;

  constructor(options: ConnectionQueueOptions) {
    this.#options = options;
  }

  /**
   * Waits for a turn.
   * @param owner on whose behalf; undefined for the process's own work, which has no share limit
   * @returns the function that releases the turn; idempotent
   * @throws {DatabaseBusy} if the owner has too many waiting requests, or the wait takes too long
   */
  async acquire(owner: string | undefined): Promise<() => void> {
    const turn = this.acquireNow(owner);
    if (turn) return turn;
    const key = owner ?? '';
    const entry = this.#entry(key);
    await this.#wait(key, entry);
    return this.#turn(key, entry);
  }

  /** A turn without waiting; undefined if none is free. */
  acquireNow(owner: string | undefined): (() => void) | undefined {
    const key = owner ?? '';
    const entry = this.#entry(key);
    if (!this.#mayHold(key, entry) || entry.waiting.size > 0) {
      this.#forgetIdle(key, entry);
      return undefined;
    }
    this.#take(key, entry);
    return this.#turn(key, entry);
  }

  #entry(key: string): Owner {
    let entry = this.#owners.get(key);
    if (!entry) {
      entry = { held: 0, waiting: new Set() };
      this.#owners.set(key, entry);
    }
    return entry;
  }

  #turn(key: string, entry: Owner): () => void {
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#release(key, entry);
    };
  }

  /** Number of requests waiting for a turn. */
  get waiting(): number {
    return [...this.#owners.values()].reduce((sum, { waiting }) => sum + waiting.size, 0);
  }

  #mayHold(key: string, { held }: Owner): boolean {
    return this.#held < this.#options.size && (key === '' || held < this.#options.shareOf(key));
  }

  #take(key: string, entry: Owner): void {
    this.#held += 1;
    entry.held += 1;
    // Last served: moves to the end.
    this.#owners.delete(key);
    this.#owners.set(key, entry);
  }

  #release(key: string, entry: Owner): void {
    this.#held -= 1;
    entry.held -= 1;
    this.#forgetIdle(key, entry);
    for (const [next, candidate] of this.#owners) {
      const [first] = candidate.waiting;
      if (!first || !this.#mayHold(next, candidate)) continue;
      candidate.waiting.delete(first);
      this.#take(next, candidate);
      first.grant();
      return;
    }
  }

  #wait(key: string, entry: Owner): Promise<void> {
    const { waitingPerOwner, waitMs } = this.#options;
    if (entry.waiting.size >= waitingPerOwner) {
      throw new DatabaseBusy(`${entry.waiting.size} requests of one owner are already waiting for a connection`);
    }
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        grant() {
          clearTimeout(timer);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        entry.waiting.delete(waiting);
        this.#forgetIdle(key, entry);
        reject(new DatabaseBusy(`no connection became free within ${waitMs} ms`));
      }, waitMs);
      entry.waiting.add(waiting);
    });
  }

  #forgetIdle(key: string, { held, waiting }: Owner): void {
    if (held === 0 && waiting.size === 0) this.#owners.delete(key);
  }
}
