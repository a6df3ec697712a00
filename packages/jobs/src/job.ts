import type { JobId, UserId } from '@lyceum/contracts';

export type JobStatus = 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED';

/** Work that outlives the request that asked for it, as it stands. */
export interface Job<State> {
  readonly id: JobId;
  /** Who asked for it. */
  readonly ownerId: UserId;
  readonly status: JobStatus;
  /** Rises by one with every change. */
  readonly version: number;
  /** How far it has come, and what it came to. */
  readonly state: State;
  /** Why it failed, for its owner to read; null unless it did. */
  readonly error: string | null;
  readonly createdAt: Date;
  /** Null until it has succeeded or failed. */
  readonly finishedAt: Date | null;
  /** The W3C trace context of the request that asked for it. */
  readonly traceparent?: string;
}

/** A job in the hands of one instance, for as long as it renews its claim. */
export interface ClaimedJob<Input, State> extends Job<State> {
  readonly input: Input;
  /** Names this claim among all that were made of the job. */
  readonly claim: string;
  /** How often the job was claimed since it last came further, this time included; stopping in an orderly way does not count. */
  readonly runs: number;
}

export function isFinished({ status }: Pick<Job<unknown>, 'status'>): boolean {
  return status === 'SUCCEEDED' || status === 'FAILED';
}

/** How many jobs of a kind may wait or run at a time. */
export interface QueueBounds {
  readonly ofOwner: number;
  readonly ofAll: number;
}
