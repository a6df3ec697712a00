import type { Logger } from '@lyceum/telemetry';
import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import { openClient } from './client.ts';
import { startCommitting } from './committing.ts';
import type { KafkaConnection, KafkaTiming } from './settings.ts';
import { withTimeout } from './with-timeout.ts';

/** Number of partitions whose events are handled concurrently; within a partition, batches are sequential. */
const partitionsAtOnce = 6;
/**
 * Large enough that a transaction per batch costs little per event; small enough that a failure repeats little and a
 * rebalance waits briefly.
 */
const mostAtOnce = 100;
/**
 * Small fetches, because the next fetch waits until this one is handled: a slow partition must not delay the others for
 * long.
 */
const bytesPerPartition = 131_072;
/** Heartbeats and commits queue behind a fetch on the same connection. */
const fetchWaitMs = 250;

/** A reader's position: the next offset, by topic and partition. */
export type Positions = Map<string, Map<number, string>>;

export interface SessionOptions {
  readonly connection: KafkaConnection;
  readonly timing: KafkaTiming;
  readonly log: Logger;
  readonly groupId: string;
  readonly topics: readonly string[];
  /**
   * If given, reads from there and commits nothing. Null: reads from the group's committed offsets, else from the
   * beginning.
   */
  readonly positions: Positions | null;
  /**
   * Takes available records of a partition and resolves with the number handled, at least one. The others, or all of
   * them if it throws, are redelivered before any later record of the partition.
   */
  handle(topic: string, partition: number, messages: readonly KafkaMessage[]): Promise<number>;
}

/** One kafkajs consumer, from start to end. */
export interface Session {
  /** The partitions it reads; null before it has joined its group. */
  assignment(): ReadonlyMap<string, readonly number[]> | null;
  /** Why it ended by itself. */
  readonly failed: Promise<Error>;
  /** Waits for handlers for a while, commits, leaves the group. */
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
    // Only the reader restarts a consumer: kafkajs does so after some failures but silently not after others.
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
      // Usually a rebalance: commit, so that the next owner of the partition starts after what was handled here.
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
      // After a rebalance in the meantime, the partition's new owner starts at the committed offset.
      if (assignment !== owned) return;
      const { offset } = batch.messages[next - 1] ?? {};
      if (offset === undefined) throw new RangeError('A handler reported more records than it was given.');
      resolveOffset(offset);
      positions?.get(topic)?.set(partition, String(BigInt(offset) + 1n));
      await heartbeat();
    }
  }

  /** Only this partition waits; otherwise kafkajs would hold up all of them until this one is handled. */
  function resumeLater(resume: () => void, wait: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      resume();
    }, wait);
    timers.add(timer);
  }

  /** kafkajs sends no heartbeat while a handler runs, and the group would consider a slow handler dead. */
  async function keepingAlive<Result>(heartbeat: () => Promise<void>, work: () => Promise<Result>): Promise<Result> {
    // A rebalance becomes visible at the next heartbeat between two batches.
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
