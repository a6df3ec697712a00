import { AsyncLocalStorage } from 'node:async_hooks';

type Values = ReadonlyMap<AsyncVariable<unknown>, unknown>;

const storage = new AsyncLocalStorage<Values>();
const none: Values = new Map();

/**
 * A value that goes with the running code, also across `await`, as that of `AsyncLocalStorage`. All variables of a process
 * share one storage: Node hands each storage on at every promise, so that several cost several times as much.
 *
 * @example
 * const viewer = new AsyncVariable<string>();
 * await viewer.run('ada', async () => viewer.value); // 'ada'
 */
export class AsyncVariable<Value> {
  /** The value of the code that runs; undefined outside of `run`. */
  get value(): Value | undefined {
    return storage.getStore()?.get(this) as Value | undefined;
  }

  /** Runs work with a value of its own; other variables keep theirs. */
  run<Result>(value: Value | undefined, work: () => Result): Result {
    return storage.run(new Map(storage.getStore() ?? none).set(this, value), work);
  }
}
