/** A source of events for tests: publishes to all listeners, and lets tests wait for a number of listeners. */
export class Broadcast<Event> {
  readonly #listeners = new Set<(event: Event | undefined) => void>();
  readonly #changed = new Set<() => void>();

  get listeners(): number {
    return this.#listeners.size;
  }

  publish(event: Event): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Ends every stream. */
  finish(): void {
    for (const listener of this.#listeners) listener(undefined);
  }

  /** Resolves once there are exactly this many listeners. */
  async untilListeners(count: number): Promise<void> {
    while (this.#listeners.size !== count) {
      await new Promise<void>((resolve) => this.#changed.add(resolve));
    }
  }

  /** A stream that ends immediately on `return`, even while waiting. */
  listen(): AsyncIterableIterator<Event> {
    const queue: (Event | undefined)[] = [];
    let wake: (() => void) | undefined;
    let open = true;
    const listener = (event: Event | undefined) => {
      queue.push(event);
      wake?.();
    };
    const end = () => {
      open = false;
      this.#listeners.delete(listener);
      this.#notify();
      wake?.();
    };
    this.#listeners.add(listener);
    this.#notify();
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      async next() {
        while (open && queue.length === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        const event = queue.shift();
        if (open && event !== undefined) return { done: false, value: event };
        if (open) end();
        return { done: true, value: undefined };
      },
      async return() {
        end();
        return { done: true, value: undefined };
      },
    };
  }

  #notify(): void {
    for (const resolve of this.#changed) resolve();
    this.#changed.clear();
  }
}
