import { AsyncVariable } from '@lyceum/async-variable';

/** An event that was committed: enough for another domain to know whether it has applied it. */
export interface WrittenEvent {
  readonly id: string;
  readonly type: string;
}

const collected = new AsyncVariable<WrittenEvent[]>();

/** Runs work and remembers which events its transactions commit; `writtenEvents` tells them. */
export function collectWrittenEvents<Result>(work: () => Result): Result {
  return collected.run([], work);
}

/** The events that the running work has committed so far; none outside of `collectWrittenEvents`. */
export function writtenEvents(): readonly WrittenEvent[] {
  return collected.value ?? [];
}

export function noteWritten(events: readonly WrittenEvent[]): void {
  collected.value?.push(...events);
}
