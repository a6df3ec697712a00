import type { Logger } from '@lyceum/telemetry';
import type { EachBatchPayload } from 'kafkajs';

/**
 * A commit costs the brokers as much as delivering some hundred events; kafkajs's `autoCommit` makes one after each
 * fetched partition. Uncommitted events are redelivered after a crash.
 */
const commitEveryMs = 250;

/** Commits the offsets a consumer has resolved, periodically and on request. */
export interface Committing {
  /** Commits from now on for the consumer of this batch payload. */
  follow(consumer: Pick<EachBatchPayload, 'commitOffsetsIfNecessary' | 'uncommittedOffsets'>): void;
  /** Commits now. A failure is only logged: the events are redelivered, and a broken consumer fails by itself. */
  commit(): Promise<void>;
  stop(): void;
}

export function startCommitting(log: Logger, groupId: string): Committing {
  let followed: Parameters<Committing['follow']>[0] | undefined;

  async function commit(): Promise<void> {
    const offsets = followed?.uncommittedOffsets();
    if (!offsets?.topics.length) return;
    try {
      await followed?.commitOffsetsIfNecessary(offsets);
    } catch (error) {
      log.info({ err: error, group: groupId }, 'offsets of handled events could not be committed');
    }
  }

  const timer = setInterval(commit, commitEveryMs);
  return {
    follow(consumer) {
      followed = consumer;
    },
    commit,
    stop: () => clearInterval(timer),
  };
}
