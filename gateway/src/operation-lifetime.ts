import { setMaxListeners } from 'node:events';
import { clientGone, operationTimedOut } from './subgraphs/subgraph-fault.ts';

/** How long an operation goes on: until its deadline, or until its client has gone. */
export interface OperationLifetime {
  /** For mutations: aborts at the deadline. One whose client has gone is carried out nevertheless. */
  readonly late: AbortSignal;
  /** For everything else: aborts at the deadline, and when the client has gone. */
  readonly unwanted: AbortSignal;
  /** Milliseconds to the deadline; 0 after it. */
  remainingMs(): number;
  /** The client has gone: it closed the connection, or completed the operation on its socket. */
  leave(): void;
  /** The answer is out: nothing waits for the deadline any more. */
  end(): void;
}

/** Begins an operation that may take so many milliseconds. */
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

/** Most operations need one signal of the two, and signals are slow to make. */
class LazySignal {
  #controller: AbortController | undefined;
  #reason: Error | undefined;

  get signal(): AbortSignal {
    if (this.#controller) return this.#controller.signal;
    this.#controller = new AbortController();
    // Each fetch of a plan listens to it.
    setMaxListeners(0, this.#controller.signal);
    if (this.#reason) this.#controller.abort(this.#reason);
    return this.#controller.signal;
  }

  abort(reason: Error): void {
    this.#reason ??= reason;
    this.#controller?.abort(this.#reason);
  }
}
