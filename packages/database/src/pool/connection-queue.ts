import { DatabaseBusy } from './database-busy.ts';

export interface ConnectionQueueOptions {
  /** Connections that may be out at once. */
  readonly size: number;
  /** Connections that an owner may hold at once; work without an owner may hold all. */
  readonly shareOf: (owner: string) => number;
  /** Requests that one owner may have waiting. */
  readonly waitingPerOwner: number;
  /** Milliseconds that a request waits at most. */
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
 * Decides who gets the next connection of a pool. Owners take turns, and none may hold more than its share, so that a
 * burst of one person's requests delays that person and nobody else.
 */
export class ConnectionQueue {
  readonly #options: ConnectionQueueOptions;
  /** Owners that hold or wait; the one served longest ago comes first. */
  readonly #owners = new Map<string, Owner>();
  #held = 0;

  constructor(options: ConnectionQueueOptions) {
    this.#options = options;
  }

  /**
   * Waits for a turn.
   * @param owner whose work it is; undefined for the process's own, which has no share to keep to
   * @returns the function that gives the turn back; calling it again does nothing
   * @throws {DatabaseBusy} where the owner has too many requests waiting already, or the wait takes too long
   */
  async acquire(owner: string | undefined): Promise<() => void> {
    const turn = this.acquireNow(owner);
    if (turn) return turn;
    const key = owner ?? '';
    const entry = this.#entry(key);
    await this.#wait(key, entry);
    return this.#turn(key, entry);
  }

  /** A turn without waiting; undefined where there is none. */
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

  /** Requests that wait for a turn now. */
  get waiting(): number {
    return [...this.#owners.values()].reduce((sum, { waiting }) => sum + waiting.size, 0);
  }

  #mayHold(key: string, { held }: Owner): boolean {
    return this.#held < this.#options.size && (key === '' || held < this.#options.shareOf(key));
  }

  #take(key: string, entry: Owner): void {
    this.#held += 1;
    entry.held += 1;
    // Served last: behind everyone else.
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
      throw new DatabaseBusy(`${entry.waiting.size} requests of one owner wait for a connection already`);
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
