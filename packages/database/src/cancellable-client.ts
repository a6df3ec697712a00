import { AsyncVariable } from '@lyceum/async-variable';
import pg from 'pg';
import { requestCancel } from './request-cancel.ts';

/** The scope of an operation's statements: counts the bytes they read, and cancels them all together. */
export class StatementScope {
  readonly #running = new Set<() => void>();
  readonly #onRead: ((bytes: number) => void) | undefined;
  #endedBy: Error | undefined;

  /** @param onRead called with the number of bytes received from PostgreSQL, as they arrive */
  constructor(onRead?: (bytes: number) => void) {
    this.#onRead = onRead;
  }

  /** The reason why no more statements are sent; undefined while they are. */
  get endedBy(): Error | undefined {
    return this.#endedBy;
  }

  /**
   * Cancels the running statements in PostgreSQL and sends no more, except the ROLLBACK of an open transaction. The
   * promises of both reject, those of unsent statements with the reason.
   */
  end(reason: Error): void {
    if (this.#endedBy) return;
    this.#endedBy = reason;
    for (const cancel of this.#running) cancel();
  }

  /** A connection has received bytes for a statement of this scope. */
  read(bytes: number): void {
    this.#onRead?.(bytes);
  }

  /** A connection runs a statement of this scope; call the returned function when it has ended. */
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
 * A connection whose statements are cancelled with the scope they run in. Until then this costs almost nothing: no
 * per-statement timeout is set, and no connection is reserved for cancelling.
 */
export class CancellableClient extends pg.Client {
  /** Set by pg once the connection is established. */
  declare readonly processID: number | null;
  declare readonly secretKey: number | null;

  #countsReads = false;
  /** The scope of the last statement sent. */
  #scope: StatementScope | undefined;

  // The declaration provides pg's overloads; the implementation only forwards its arguments.
  override query = ((...args: Parameters<pg.Client['query']>) => {
    const scope = scopes.value;
    this.#scope = scope;
    if (!scope) return super.query(...args) as unknown;
    if (scope.endedBy && !isRollback(args[0])) return Promise.reject(scope.endedBy);
    if (!this.#countsReads) this.#countReads();
    const result: unknown = super.query(...args);
    return result instanceof Promise ? this.#watched(scope, result) : result;
  }) as pg.Client['query'];

  /**
   * One listener for the connection's lifetime: adding one per statement costs more than the statement's own
   * bookkeeping.
   */
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
      // Until PostgreSQL has processed the cancel request, it would cancel whatever this connection runs next.
      if (cancelled) await cancelled;
    }
  }
}

function isRollback(statement: unknown): boolean {
  return typeof statement === 'string' && /^\s*ROLLBACK\b/i.test(statement);
}
