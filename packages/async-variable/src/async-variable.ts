import { AsyncLocalStorage } from 'node:async_hooks';

type Values = ReadonlyMap<AsyncVariable<unknown>, unknown>;

const storage = new AsyncLocalStorage<Values>();
const none: Values = new Map();

/**
 * A value available to the running code across `await`, with the interface of `AsyncLocalStorage`. All variables of a
 * process share one storage: Node propagates every storage at every promise, so several cost several times as much.
 * @example
 * const viewer = new AsyncVariable<string>();
 * await viewer.run('ada', async () => viewer.value); // 'ada'
 */
export class AsyncVariable<Value> {
  /** The current value; undefined outside `run`. */
  get value(): Value | undefined {
    return storage.getStore()?.get(this) as Value | undefined;
  }

  /** Runs work with a value for this variable; other variables keep theirs. */
  run<Result>(value: Value | undefined, work: () => Result): Result {
    return storage.run(new Map(storage.getStore() ?? none).set(this, value), work);
  }
}
