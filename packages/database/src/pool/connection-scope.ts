import { AsyncVariable } from '@lyceum/async-variable';

interface Scope {
  /** The owner of the current work; undefined for the process's own. */
  readonly owner: string | undefined;
  /** The transaction that the running code is part of. */
  readonly transaction?: { open: boolean };
}

const scopes = new AsyncVariable<Scope>();

/** The owner of all anonymous requests together, which therefore has a larger share. */
export const strangers = 'strangers';

/** Runs work on behalf of an owner: its connections count towards that owner's share of the pool. */
export function runAsOwner<Result>(owner: string, work: () => Result): Result {
  return scopes.run({ ...scopes.value, owner }, work);
}

export function currentOwner(): string | undefined {
  return scopes.value?.owner;
}

/** Whether the running code is part of an open transaction. */
export function isInTransaction(): boolean {
  return scopes.value?.transaction?.open === true;
}

/**
 * Call it before slow work that needs no database: inside a transaction, that work would occupy a connection.
 * @throws {Error} inside a transaction
 */
export function refuseInTransaction(what: string): void {
  if (isInTransaction()) throw new Error(`${what} is slow: do it before the transaction begins.`);
}

/** Runs the work of a transaction. Until it settles, its code may not request another connection. */
export async function runInTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
  const transaction = { open: true };
  try {
    return await scopes.run({ owner: currentOwner(), transaction }, work);
  } finally {
    transaction.open = false;
  }
}
