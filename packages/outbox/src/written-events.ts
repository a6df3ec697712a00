import { AsyncVariable } from '@lyceum/async-variable';

/** A committed event: enough for another domain to check whether it has applied it. */
export interface WrittenEvent {
  readonly id: string;
  readonly type: string;
}

const collected = new AsyncVariable<WrittenEvent[]>();

/** Runs work and records which events its transactions commit; `writtenEvents` returns them. */
export function collectWrittenEvents<Result>(work: () => Result): Result {
  return collected.run([], work);
}

/** The events committed so far by the running work; none outside `collectWrittenEvents`. */
export function writtenEvents(): readonly WrittenEvent[] {
  return collected.value ?? [];
}

export function noteWritten(events: readonly WrittenEvent[]): void {
  collected.value?.push(...events);
}
