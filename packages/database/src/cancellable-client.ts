import { AsyncVariable } from '@lyceum/async-variable';
import pg from 'pg';
import { requestCancel } from './request-cancel.ts';

/** What statements run under: it counts what they read, and ends them all at once. */
export class StatementScope {
  readonly #running = new Set<() => void>();
  readonly #onRead: ((bytes: number) => void) | undefined;
  #endedBy: Error | undefined;

  /** @param onRead told of the bytes that come from PostgreSQL, as they come */
  constructor(onRead?: (bytes: number) => void) {
    this.#onRead = onRead;
  }

  /** Why no statement is sent any more; undefined while statements are. */
  get endedBy(): Error | undefined {
    return this.#endedBy;
  }

  /**
   * Cancels the statements that run, in PostgreSQL, and sends no other, except the ROLLBACK of an open transaction. The
   * promises of both reject, those of unsent ones with the reason.
   */
  end(reason: Error): void {
    if (this.#endedBy) return;
    this.#endedBy = reason;
    for (const cancel of this.#running) cancel();
  }

  /** A connection has read something for a statement of this scope. */
  read(bytes: number): void {
    this.#onRead?.(bytes);
  }

  /** A connection runs a statement of this scope; the returned function says that it has ended. */
  begin(cancel: () => void): () => void {
    this.#running.add(cancel);
    return () => this.#running.delete(cancel);
  }
}

const scopes = new AsyncVariable<StatementScope>();

/** Runs work whose statements belong to a scope. */
export function runStatementsIn<Result>(scope: StatementScope, work: () => Result): Result {
  return scopes.run(scope, work);
}

/**
 * A connection whose statements end with the scope that they run in. It costs next to nothing until then: no timeout is set
 * by statement, and no connection is kept for cancelling.
 */
export class CancellableClient extends pg.Client {
  /** Set by pg once the connection stands. */
  declare readonly processID: number | null;
  declare readonly secretKey: number | null;

  #countsReads = false;
  /** The scope of the statement that was sent last. */
  #scope: StatementScope | undefined;

  // The overloads of pg are those of its declaration; the implementation only passes its arguments on.
  override query = ((...args: Parameters<pg.Client['query']>) => {
    const scope = scopes.value;
    this.#scope = scope;
    if (!scope) return super.query(...args) as unknown;
    if (scope.endedBy && !isRollback(args[0])) return Promise.reject(scope.endedBy);
    if (!this.#countsReads) this.#countReads();
    const result: unknown = super.query(...args);
    return result instanceof Promise ? this.#watched(scope, result) : result;
  }) as pg.Client['query'];

  /** One listener for the connection's life: adding one for each statement costs more than the statement's own bookkeeping. */
  #countReads(): void {
    this.#countsReads = true;
    this.connection.stream.on('data', (chunk: Buffer) => this.#scope?.read(chunk.length));
  }

  async #watched<Result>(scope: StatementScope, result: Promise<Result>): Promise<Result> {
    let cancelled: Promise<void> | undefined;
    const end = scope.begin(() => {
      cancelled = requestCancel(this);
    });
    try {
      return await result;
    } finally {
      end();
      // Until PostgreSQL has passed the request on, it would hit whatever this connection does next.
      if (cancelled) await cancelled;
    }
  }
}

function isRollback(statement: unknown): boolean {
  return typeof statement === 'string' && /^\s*ROLLBACK\b/i.test(statement);
}
