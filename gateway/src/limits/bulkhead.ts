import { GraphQLError } from 'graphql';

export interface BulkheadOptions {
  /** Current limit of concurrent operations per person; 1 or more. */
  running(): number;
  /** Maximum number of waiting operations per person. */
  readonly waiting: number;
  /** Maximum wait in milliseconds. */
  readonly waitMs: number;
}

interface Compartment {
  running: number;
  readonly waiting: Set<() => void>;
}

const retryAfterMs = 500;

/**
 * Limits the concurrent operations of one person and queues the others, so that a burst of requests delays only its
 * sender.
 */
export class Bulkhead {
  readonly #options: BulkheadOptions;
  readonly #compartments = new Map<string, Compartment>();

  constructor(options: BulkheadOptions) {
    this.#options = options;
  }

  /**
   * @throws {GraphQLError} BUSY (503), before the work begins, if too many of the owner's operations wait, or this one
   * waits too long
   */
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

  /** Resolves when there is room for this operation, which is then already counted as running. */
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
    // The longest waiting goes first. There may be room for none, or for several.
    for (const take of compartment.waiting) {
      if (compartment.running >= this.#options.running()) break;
      compartment.running += 1;
      take();
    }
    if (compartment.running === 0) this.#compartments.delete(owner);
  }
}

function busy(): GraphQLError {
  return new GraphQLError('Too many of your requests are waiting: retry shortly.', {
    extensions: { code: 'BUSY', retryAfterMs, http: { status: 503 } },
  });
}
