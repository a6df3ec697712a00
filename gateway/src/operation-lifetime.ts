import { setMaxListeners } from 'node:events';
import { clientGone, operationTimedOut } from './subgraphs/subgraph-fault.ts';

/** The lifetime of an operation: until its deadline, or until its client disconnects. */
export interface OperationLifetime {
  /** For mutations: aborts at the deadline. A mutation continues after its client has disconnected. */
  readonly late: AbortSignal;
  /** For everything else: aborts at the deadline, and when the client disconnects. */
  readonly unwanted: AbortSignal;
  /** Milliseconds until the deadline; 0 after it. */
  remainingMs(): number;
  /** The client closed the connection, or completed the operation on its socket. */
  leave(): void;
  /** The answer was sent: cancels the deadline. */
  end(): void;
}

/** Starts an operation with a time limit in milliseconds. */
export function startLifetime(deadlineMs: number): OperationLifetime {
  const late = new LazySignal();
  const unwanted = new LazySignal();
  const endsAt = performance.now() + deadlineMs;
  const timer = setTimeout(() => {
    const reason = operationTimedOut(deadlineMs);
    late.abort(reason);
    unwanted.abort(reason);
  }, deadlineMs).unref();
  let hasEnded = false;
  return {
    get late() {
      return late.signal;
    },
    get unwanted() {
      return unwanted.signal;
    },
    remainingMs: () => Math.max(0, Math.ceil(endsAt - performance.now())),
    leave: () => {
      if (!hasEnded) unwanted.abort(clientGone());
    },
    end: () => {
      hasEnded = true;
      clearTimeout(timer);
    },
  };
}

/** Created lazily: most operations need only one of the two signals, and creating them is slow. */
class LazySignal {
  #controller: AbortController | undefined;
  #reason: Error | undefined;

  get signal(): AbortSignal {
    if (this.#controller) return this.#controller.signal;
    this.#controller = new AbortController();
    // Each fetch of a plan adds a listener.
    setMaxListeners(0, this.#controller.signal);
    if (this.#reason) this.#controller.abort(this.#reason);
    return this.#controller.signal;
  }

  abort(reason: Error): void {
    this.#reason ??= reason;
    this.#controller?.abort(this.#reason);
  }
}
