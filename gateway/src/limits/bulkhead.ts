import { GraphQLError } from 'graphql';

export interface BulkheadOptions {
  /** How many operations of one person may run at once, now; 1 or more. */
  running(): number;
  /** Operations of one person that may wait for others of theirs. */
  readonly waiting: number;
  /** Milliseconds that one waits at most. */
  readonly waitMs: number;
}

interface Compartment {
  running: number;
  readonly waiting: Set<() => void>;
}

const retryAfterMs = 500;

/**
 * Runs few operations of one person at once, and lets the others wait for them: a burst of requests delays whoever sent it
 * and nobody else.
 */
export class Bulkhead {
  readonly #options: BulkheadOptions;
  readonly #compartments = new Map<string, Compartment>();

  constructor(options: BulkheadOptions) {
    this.#options = options;
  }

  /** @throws {GraphQLError} BUSY (503), before the work begins, where too much of the owner's waits, or waits too long */
  async run<Answer>(owner: string, work: () => Promise<Answer>): Promise<Answer> {
    const compartment = this.#compartments.get(owner) ?? { running: 0, waiting: new Set() };
    this.#compartments.set(owner, compartment);
    if (compartment.running >= this.#options.running()) await this.#turn(compartment);
    else compartment.running += 1;
    try {
      return await work();
    } finally {
      this.#leave(owner, compartment);
    }
  }

  /** Resolves when there is room for this one; it is counted as running already. */
  #turn({ waiting }: Compartment): Promise<void> {
    if (waiting.size >= this.#options.waiting) throw busy();
    return new Promise((resolve, reject) => {
      const take = () => {
        clearTimeout(timer);
        waiting.delete(take);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.delete(take);
        reject(busy());
      }, this.#options.waitMs);
      waiting.add(take);
    });
  }

  #leave(owner: string, compartment: Compartment): void {
    compartment.running -= 1;
    // Whoever has waited longest comes first. There may be room for none, or for several.
    for (const take of compartment.waiting) {
      if (compartment.running >= this.#options.running()) break;
      compartment.running += 1;
      take();
    }
    if (compartment.running === 0) this.#compartments.delete(owner);
  }
}

function busy(): GraphQLError {
  return new GraphQLError('Too many of your requests are waiting: send this again in a moment.', {
    extensions: { code: 'BUSY', retryAfterMs, http: { status: 503 } },
  });
}
