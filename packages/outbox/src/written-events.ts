import { AsyncLocalStorage } from 'node:async_hooks';

/** An event that was committed: enough for another domain to know whether it has applied it. */
export interface WrittenEvent {
  readonly id: string;
  readonly type: string;
}

const collected = new AsyncLocalStorage<WrittenEvent[]>();

/** Runs work and remembers which events its transactions commit; `writtenEvents` tells them. */
export function collectWrittenEvents<Result>(work: () => Result): Result {
  return collected.run([], work);
}

/** The events that the running work has committed so far; none outside of `collectWrittenEvents`. */
export function writtenEvents(): readonly WrittenEvent[] {
  return collected.getStore() ?? [];
}

export function noteWritten(events: readonly WrittenEvent[]): void {
  collected.getStore()?.push(...events);
}
