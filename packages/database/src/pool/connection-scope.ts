import { AsyncVariable } from '@lyceum/async-variable';

interface Scope {
  /** Whose work runs; undefined for the process's own. */
  readonly owner: string | undefined;
  /** The transaction that the running code is part of. */
  readonly transaction?: { open: boolean };
}

const scopes = new AsyncVariable<Scope>();

/** The owner of what people do who are not signed in: many at once, so that their share is larger. */
export const strangers = 'strangers';

/** Runs work on behalf of somebody: its connections count as that owner's share of the pool. */
export function runAsOwner<Result>(owner: string, work: () => Result): Result {
  return scopes.run({ ...scopes.value, owner }, work);
}

export function currentOwner(): string | undefined {
  return scopes.value?.owner;
}

/** Whether the running code is part of a transaction that is still open. */
export function isInTransaction(): boolean {
  return scopes.value?.transaction?.open === true;
}

/**
 * For slow work that needs no database: whoever waits for it inside a transaction keeps a connection from everyone else.
 * @throws {Error} inside a transaction
 */
export function refuseInTransaction(what: string): void {
  if (isInTransaction()) throw new Error(`${what} takes long: do it before the transaction begins.`);
}

/** Runs the work of a transaction: until it settles, the code that it runs may not ask for another connection. */
export async function runInTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
  const transaction = { open: true };
  try {
    return await scopes.run({ owner: currentOwner(), transaction }, work);
  } finally {
    transaction.open = false;
  }
}
