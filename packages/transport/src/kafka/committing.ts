import type { Logger } from '@lyceum/telemetry';
import type { EachBatchPayload } from 'kafkajs';

/**
 * A commit costs the brokers as much as handing over some hundred events; kafkajs's own `autoCommit` makes one after each fetched
 * partition. What is not committed when a process dies comes again.
 */
const commitEveryMs = 250;

/** Commits what a consumer has resolved, from time to time and when it is asked to. */
export interface Committing {
  /** Looks after the consumer that this comes from. */
  follow(consumer: Pick<EachBatchPayload, 'commitOffsetsIfNecessary' | 'uncommittedOffsets'>): void;
  /** Commits at once. What cannot be committed is only logged: it comes again, and a consumer that is to blame fails by itself. */
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
      log.info({ err: error, group: groupId }, 'what was handled could not be committed');
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
