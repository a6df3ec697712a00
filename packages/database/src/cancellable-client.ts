import { AsyncVariable } from '@lyceum/async-variable';
import pg from 'pg';
import { requestCancel } from './request-cancel.ts';

/** What statements run under. */
export interface StatementScope {
  readonly signal: AbortSignal;
  /** Told of the bytes that come from PostgreSQL, as they come. */
  onRead?(bytes: number): void;
}

const scopes = new AsyncVariable<StatementScope>();

/**
 * Runs work whose statements end when the signal aborts: the one that runs is cancelled in PostgreSQL, and no other is
 * sent, except the ROLLBACK of an open transaction. The promises of both reject, those of unsent ones with the signal's reason.
 */
export function runStatementsIn<Result>(scope: StatementScope, work: () => Result): Result {
  return scopes.run(scope, work);
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
    const scope = scopes.value;
    const send = () => super.query(...args) as unknown;
    if (!scope) return send();
    const { signal } = scope;
    if (signal.aborted && !isRollback(args[0])) return Promise.reject(signal.reason);
    const result = send();
    return result instanceof Promise ? this.#watched(scope, result) : result;
  }) as pg.Client['query'];

  async #watched<Result>({ signal, onRead }: StatementScope, result: Promise<Result>): Promise<Result> {
    const { stream } = this.connection;
    const read = (chunk: Buffer) => onRead?.(chunk.length);
    stream.on('data', read);
    let cancelled: Promise<void> | undefined;
    const cancel = () => {
      cancelled = requestCancel(this);
    };
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await result;
    } finally {
      stream.off('data', read);
      signal.removeEventListener('abort', cancel);
      // Until PostgreSQL has passed the request on, it would hit whatever this connection does next.
      await cancelled;
    }
  }
}

function isRollback(statement: unknown): boolean {
  return typeof statement === 'string' && /^\s*ROLLBACK\b/i.test(statement);
}
