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
  const late = new AbortController();
  const unwanted = new AbortController();
  // Each fetch of a plan listens to them.
  setMaxListeners(0, late.signal, unwanted.signal);
  const endsAt = performance.now() + deadlineMs;
  const timer = setTimeout(() => {
    const reason = operationTimedOut(deadlineMs);
    late.abort(reason);
    unwanted.abort(reason);
  }, deadlineMs).unref();
  return {
    late: late.signal,
    unwanted: unwanted.signal,
    remainingMs: () => Math.max(0, Math.ceil(endsAt - performance.now())),
    leave: () => unwanted.abort(clientGone()),
    end: () => clearTimeout(timer),
  };
}
