import type { Logger } from '@lyceum/telemetry';
import type { Message, Producer, TopicMessages } from 'kafkajs';
import type { TransportObserver } from '../observer.ts';
import { TransportClosed } from '../transport.ts';
import { type Client, openClient } from './client.ts';
import { createPartitioner } from './partitioner.ts';
import type { KafkaConnection, KafkaTiming } from './settings.ts';
import { withTimeout } from './with-timeout.ts';

export interface OutgoingRecord {
  readonly topic: string;
  readonly message: Message;
}

export interface Publisher {
  /** Resolves when all in-sync replicas have every record. */
  publish(records: readonly OutgoingRecord[]): Promise<void>;
  /** Waits for the current batch; queued ones are rejected. */
  close(): Promise<void>;
}

/** A broker's default limit for one request is 1 MiB per partition. */
const mostBytes = 900_000;

/**
 * Sends one batch at a time, in order, and waits for its acknowledgement: kafkajs breaks the sequence of an idempotent
 * producer that sends two at once. After any failure the producer is discarded, because kafkajs would continue with the
 * dead connection. The batch is rejected and the relay retries; records that the broker had already stored are then
 * duplicated.
 */
export function createPublisher(options: {
  connection: KafkaConnection;
  timing: KafkaTiming;
  log: Logger;
  observer: TransportObserver;
}): Publisher {
  const { connection, timing, log, observer } = options;
  let current: { client: Client; producer: Producer; connected: Promise<void> } | undefined;
  let tail: Promise<unknown> = Promise.resolve();
  let closed = false;

  function open() {
    const client = openClient(connection, timing, log);
    const producer = client.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner,
      retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5 },
    });
    return { client, producer, connected: producer.connect() };
  }

  async function send(topicMessages: TopicMessages[]): Promise<void> {
    current ??= open();
    const { client, producer, connected } = current;
    const acknowledged = connected.then(() =>
      producer.sendBatch({ acks: -1, timeout: timing.requestTimeoutMs, topicMessages }),
    );
    try {
      const late = `Kafka did not acknowledge the events within ${timing.publishWithinMs} ms.`;
      await withTimeout(timing.publishWithinMs, late, acknowledged);
    } catch (error) {
      current = undefined;
      client.destroy();
      acknowledged.catch(() => undefined).finally(() => producer.disconnect().catch(() => undefined));
      observer.publishFailed();
      observer.rebuilt('producer');
      throw error;
    }
  }

  async function sendAll(records: readonly OutgoingRecord[]): Promise<void> {
    if (closed) throw new TransportClosed();
    for (const chunk of chunksOf(records)) {
      await send(byTopic(chunk));
      observer.published(chunk.length);
    }
  }

  return {
    publish(records) {
      const sent = tail.then(() => sendAll(records));
      tail = sent.catch(() => undefined);
      return sent;
    },
    async close() {
      closed = true;
      await tail;
      const { client, producer } = current ?? {};
      current = undefined;
      if (!client || !producer) return;
      await withTimeout(timing.drainWithinMs, 'late', producer.disconnect()).catch(() => undefined);
      client.destroy();
    },
  };
}

function chunksOf(records: readonly OutgoingRecord[]): OutgoingRecord[][] {
  const chunks: OutgoingRecord[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const record of records) {
    const size = Buffer.byteLength(record.message.value ?? '');
    if (bytes + size > mostBytes) {
      chunks.push([]);
      bytes = 0;
    }
    chunks.at(-1)?.push(record);
    bytes += size;
  }
  return chunks;
}

function byTopic(records: readonly OutgoingRecord[]): TopicMessages[] {
  const topics = new Map<string, Message[]>();
  for (const { topic, message } of records) {
    const messages = topics.get(topic);
    if (messages) messages.push(message);
    else topics.set(topic, [message]);
  }
  return [...topics].map(([topic, messages]) => ({ topic, messages }));
}
