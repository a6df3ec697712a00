import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { requestCancel } from './request-cancel.ts';

const signals = new AsyncLocalStorage<AbortSignal>();

/**
 * Runs work whose statements end when the signal aborts: the one that runs is cancelled in PostgreSQL, and no other is
 * sent, except the ROLLBACK of an open transaction. The promises of both reject, those of unsent ones with the signal's reason.
 */
export function cancelStatementsOn<Result>(signal: AbortSignal, work: () => Result): Result {
  return signals.run(signal, work);
}

/**
 * A connection whose statements are cancelled by the signal that they run under. It costs nothing until a signal aborts:
 * no timeout is set by statement, and no connection is kept for cancelling.
 */
export class CancellableClient extends pg.Client {
  /** Set by pg once the connection stands. */
  declare readonly processID: number | null;
  declare readonly secretKey: number | null;

  // The overloads of pg are those of its declaration; the implementation only passes its arguments on.
  override query = ((...args: Parameters<pg.Client['query']>) => {
    const signal = signals.getStore();
    const send = () => super.query(...args) as unknown;
    if (!signal) return send();
    if (signal.aborted && !isRollback(args[0])) return Promise.reject(signal.reason);
    const result = send();
    return result instanceof Promise ? this.#cancelledOn(signal, result) : result;
  }) as pg.Client['query'];

  async #cancelledOn<Result>(signal: AbortSignal, result: Promise<Result>): Promise<Result> {
    let cancelled: Promise<void> | undefined;
    const cancel = () => {
      cancelled = requestCancel(this);
    };
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await result;
    } finally {
      signal.removeEventListener('abort', cancel);
      // Until PostgreSQL has passed the request on, it would hit whatever this connection does next.
      await cancelled;
    }
  }
}

function isRollback(statement: unknown): boolean {
  return typeof statement === 'string' && /^\s*ROLLBACK\b/i.test(statement);
}
