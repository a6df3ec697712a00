import type { Logger } from '@lyceum/telemetry';
import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import { openClient } from './client.ts';
import { startCommitting } from './committing.ts';
import type { KafkaConnection, KafkaTiming } from './settings.ts';
import { withTimeout } from './with-timeout.ts';

/** Partitions whose events are handled at the same time; in each, one batch after the other. */
const partitionsAtOnce = 6;
/** Enough that a transaction a batch costs little an event; few enough that what a failure repeats, and what a rebalance waits for, is small. */
const mostAtOnce = 100;
/** Small fetches, as the next one waits until this one is handled: a slow partition must not hold up the others for long. */
const bytesPerPartition = 131_072;
/** Heartbeats and commits wait behind a fetch on the same connection. */
const fetchWaitMs = 250;

/** Where a reader stands: the next offset, by topic and partition. */
export type Positions = Map<string, Map<number, string>>;

export interface SessionOptions {
  readonly connection: KafkaConnection;
  readonly timing: KafkaTiming;
  readonly log: Logger;
  readonly groupId: string;
  readonly topics: readonly string[];
  /** Given: reads from there and commits nothing. Null: reads from what the group has committed, else from the beginning. */
  readonly positions: Positions | null;
  /**
   * Takes records of a partition that are at hand together, and resolves with how many of them, at least the first, need no more: the
   * others come again, as all of them do when it throws, before any later record of the partition.
   */
  handle(topic: string, partition: number, messages: readonly KafkaMessage[]): Promise<number>;
}

/** One kafkajs consumer, from its start to its end. */
export interface Session {
  /** Which partitions it reads; null before it has joined its group. */
  assignment(): ReadonlyMap<string, readonly number[]> | null;
  /** Why it ended by itself. */
  readonly failed: Promise<Error>;
  /** Lets handlers finish for a while, commits, leaves the group. */
  close(): Promise<void>;
}

export function openSession(options: SessionOptions): Session {
  const { connection, timing, log, groupId, topics, positions, handle } = options;
  const client = openClient(connection, timing, log);
  const consumer = client.kafka.consumer({
    groupId,
    sessionTimeout: timing.sessionTimeoutMs,
    heartbeatInterval: timing.heartbeatEveryMs,
    rebalanceTimeout: timing.rebalanceTimeoutMs,
    maxBytesPerPartition: bytesPerPartition,
    maxWaitTimeInMs: fetchWaitMs,
    allowAutoTopicCreation: false,
    // Only the reader starts a consumer again: kafkajs does so after some failures and after others silently does not.
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5, restartOnFailure: async () => false },
  });
  let assignment: Map<string, number[]> | null = null;
  let closing = false;
  const committing = positions === null ? startCommitting(log, groupId) : null;
  const failures = new Map<string, number>();
  const timers = new Set<NodeJS.Timeout>();

  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    assignment = new Map(Object.entries(payload.memberAssignment));
    if (!positions) return;
    for (const [topic, partitions] of positions) {
      for (const [partition, offset] of partitions) consumer.seek({ topic, partition, offset });
    }
  });

  const failed = new Promise<Error>((resolve) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => resolve(payload.error));
    start().catch(resolve);
  });

  async function start(): Promise<void> {
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: positions === null });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: partitionsAtOnce,
      eachBatch,
    });
  }

  async function eachBatch(payload: EachBatchPayload): Promise<void> {
    committing?.follow(payload);
    try {
      await handleInTurn(payload);
    } catch (error) {
      // The group is shared out anew as a rule: whoever has the partition next begins behind what was handled here.
      await committing?.commit();
      throw error;
    }
    if (closing || !payload.isRunning()) await committing?.commit();
  }

  async function handleInTurn(payload: EachBatchPayload): Promise<void> {
    const { batch, isRunning, isStale, resolveOffset, heartbeat } = payload;
    const { topic, partition } = batch;
    const lane = `${topic}/${partition}`;
    for (let next = 0; next < batch.messages.length; ) {
      if (closing || !isRunning() || isStale()) return;
      const owned = assignment;
      const messages = batch.messages.slice(next, next + mostAtOnce);
      try {
        next += await keepingAlive(heartbeat, () => handle(topic, partition, messages));
      } catch (error) {
        const count = (failures.get(lane) ?? 0) + 1;
        failures.set(lane, count);
        const { firstMs, longestMs } = timing.redelivery;
        const wait = Math.min(firstMs * 2 ** (count - 1), longestMs);
        log.warn({ err: error, group: groupId, topic, partition, offset: messages[0]?.offset, wait }, 'redelivering');
        resumeLater(payload.pause(), wait);
        return;
      }
      failures.delete(lane);
      // The group was shared out anew meanwhile: whoever has the partition now counts from what was committed.
      if (assignment !== owned) return;
      const { offset } = batch.messages[next - 1] ?? {};
      if (offset === undefined) throw new RangeError('A handler took more records than it was given.');
      resolveOffset(offset);
      positions?.get(topic)?.set(partition, String(BigInt(offset) + 1n));
      await heartbeat();
    }
  }

  /** The partition waits, the others go on; kafkajs would otherwise hold up all of them until this one is handled. */
  function resumeLater(resume: () => void, wait: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      resume();
    }, wait);
    timers.add(timer);
  }

  /** kafkajs sends no heartbeat while a handler runs, and the group would take a slow one for dead. */
  async function keepingAlive<Result>(heartbeat: () => Promise<void>, work: () => Promise<Result>): Promise<Result> {
    // That the group is being shared out anew shows at the next heartbeat between two batches.
    const beat = setInterval(() => heartbeat().catch(() => undefined), timing.heartbeatEveryMs);
    timers.add(beat);
    try {
      return await work();
    } finally {
      timers.delete(beat);
      clearInterval(beat);
    }
  }

  return {
    assignment: () => assignment,
    failed,
    async close() {
      closing = true;
      committing?.stop();
      const leave = async () => {
        await committing?.commit();
        await consumer.disconnect();
      };
      await withTimeout(timing.drainWithinMs, 'late', leave()).catch(() => undefined);
      for (const timer of timers) clearTimeout(timer);
      client.destroy();
    },
  };
}
