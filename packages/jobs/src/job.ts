import type { JobId, UserId } from '@lyceum/contracts';

export type JobStatus = 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED';

/** The state of work that outlives the request that started it. */
export interface Job<State> {
  readonly id: JobId;
  /** The person who requested it. */
  readonly ownerId: UserId;
  readonly status: JobStatus;
  /** Increases by one with every change. */
  readonly version: number;
  /** Its progress and result. */
  readonly state: State;
  /** Why it failed, for its owner; null unless it did. */
  readonly error: string | null;
  readonly createdAt: Date;
  /** Null until it has succeeded or failed. */
  readonly finishedAt: Date | null;
  /** The W3C trace context of the request that started it. */
  readonly traceparent?: string;
}

/** A job claimed by one instance, while it renews its claim. */
export interface ClaimedJob<Input, State> extends Job<State> {
  readonly input: Input;
  /** Identifies this claim among all claims of the job. */
  readonly claim: string;
  /** Number of claims since the last progress, including this one; orderly stops do not count. */
  readonly runs: number;
}

export function isFinished({ status }: Pick<Job<unknown>, 'status'>): boolean {
  return status === 'SUCCEEDED' || status === 'FAILED';
}

/** Maximum numbers of waiting and running jobs of a kind. */
export interface QueueBounds {
  readonly ofOwner: number;
  readonly ofAll: number;
}
