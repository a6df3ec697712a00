import { AsyncResource } from 'node:async_hooks';

/** Made while no transaction is open: what runs in it is part of none. */
const outside = new AsyncResource('another process');

/**
 * Runs work as another process would, also from within a transaction of the test: it has connections of its own.
 * @example await dataSource.transaction(async (manager) => { await lock(manager); await inAnotherProcess(() => replay(…)); });
 */
export function inAnotherProcess<Result>(work: () => Result): Result {
  return outside.runInAsyncScope(work);
}
