import { randomUUID } from 'node:crypto';
import { type EventEnvelope, type TopicSettings, topicOf } from '@lyceum/contracts';
import { OperatorError } from '@lyceum/environment';
import { silentObserver } from '../observer.ts';
import { type EventSubscription, type EventTransport, TransportClosed } from '../transport.ts';
import { type Administration, createAdministration } from './admin.ts';
import { explainConnectFailure } from './explain-failure.ts';
import { createHandOver } from './hand-over.ts';
import { createPublisher } from './publisher.ts';
import { type Reader, startReader } from './reader.ts';
import { toRecord } from './record.ts';
import type { Positions } from './session.ts';
import { defaultTiming, type KafkaTransportOptions, type MalformedRecord } from './settings.ts';
import { ensureTopics } from './topics.ts';

/** The topic for malformed records, kept until an operator removes them. */
export const parkedTopic: TopicSettings = { name: 'lyceum.parked', partitions: 1, retentionMs: -1 };

/**
 * Carries events through Apache Kafka. `publish` resolves when all in-sync replicas have the batch. A group's offsets
 * are committed after its handler; if the handler throws, the partition waits and the events are redelivered. A new
 * group starts at the oldest retained event.
 * @throws {OperatorError} KAFKA_UNREACHABLE, KAFKA_UNKNOWN_HOST, KAFKA_WRONG_CREDENTIALS, KAFKA_TLS,
 * KAFKA_FEWER_PARTITIONS, KAFKA_TOPICS
 */
export async function createKafkaTransport(options: KafkaTransportOptions): Promise<EventTransport> {
  const { prefix = '', topics, log, observer = silentObserver } = options;
  const timing = { ...defaultTiming, ...options.timing };
  const nameOf = (topic: string) => `${prefix}${topic}`;
  const known = new Set(topics.map(({ name }) => name));

  const administration = createAdministration(options, timing, log);
  try {
    await prepare(
      administration,
      options,
      [...topics, parkedTopic].map((topic) => ({ ...topic, name: nameOf(topic.name) })),
      timing.connectWithinMs,
    );
  } catch (error) {
    await administration.close();
    throw error;
  }

  const publisher = createPublisher({ connection: options, timing, log, observer });
  /** With whether the group is private to the subscription. */
  const readers = new Map<Reader, { ephemeral: boolean }>();
  let closed = false;
  let fatal: Error | undefined;

  const park = async (record: MalformedRecord) => {
    const { group, topic, partition, offset, key, value, error } = record;
    await publisher.publish([
      {
        topic: nameOf(parkedTopic.name),
        message: { key, value, headers: { group, topic, partition: String(partition), offset, error: error.message } },
      },
    ]);
  };
  const onMalformed = options.onMalformed ?? park;

  async function checkReaders(): Promise<void> {
    for (const reader of readers.keys()) {
      try {
        const verdict = await reader.check();
        if (verdict === 'fatal' && !closed) {
          fatal = new Error('A consumer of events is still stuck after it was recreated.');
          log.fatal({ err: fatal }, 'events are no longer handled');
          options.onFatal?.(fatal);
        }
        observer.healthy(true);
      } catch (error) {
        if (closed) return;
        observer.healthy(false);
        log.warn({ err: error }, 'the number of waiting events could not be read from the brokers');
      }
    }
  }
  const checks = everySoOften(timing.checkEveryMs, checkReaders);

  async function stop(reader: Reader): Promise<void> {
    const reading = readers.get(reader);
    if (!readers.delete(reader)) return;
    const groupId = await reader.stop();
    if (!reading?.ephemeral) return;
    // Otherwise it would expire by itself, since nothing was committed for it.
    await administration.ask((admin) => admin.deleteGroups([groupId])).catch(() => undefined);
  }

  return {
    async publish(batch) {
      if (closed) throw new TransportClosed();
      for (const { id, type } of batch) {
        if (!known.has(topicOf(type)))
          throw new Error(`${type} (event ${id}) has no topic: it is not in the catalogue.`);
      }
      await publisher.publish(
        batch.map((envelope) => ({ topic: nameOf(topicOf(envelope.type)), message: toRecord(envelope) })),
      );
    },

    async subscribe(subscription) {
      if (closed) throw new TransportClosed();
      for (const topic of subscription.topics) {
        if (!known.has(topic)) throw new Error(`There is no topic ${topic}: it is not in the catalogue.`);
      }
      const broadcast = subscription.group === null;
      const group = subscription.group ?? 'broadcast';
      const topicNames = subscription.topics.map(nameOf);
      const reader = startReader({
        connection: options,
        administration,
        timing,
        log,
        observer,
        group,
        chooseGroupId: () => (broadcast ? `${prefix}${options.clientId}.${randomUUID()}` : `${prefix}${group}`),
        topics: topicNames,
        positions: broadcast ? await ends(administration, topicNames) : null,
        handle: createHandOver({
          group,
          observer,
          log,
          async give(envelopes) {
            if (broadcast) tell(subscription, envelopes);
            else await subscription.handle(envelopes);
          },
          // Groups park it; broadcasts skip it.
          putAside: broadcast ? async () => undefined : onMalformed,
        }),
      });
      readers.set(reader, { ephemeral: broadcast });
      return { stop: () => stop(reader) };
    },

    async checkHealth() {
      if (closed) throw new TransportClosed();
      if (fatal) throw fatal;
      await administration.ask((admin) => admin.describeCluster(), timing.requestTimeoutMs);
    },

    async close() {
      if (closed) return;
      closed = true;
      await Promise.all([checks.stop(), publisher.close(), ...[...readers.keys()].map(stop)]);
      await administration.close();
    },
  };

  function tell({ handle }: EventSubscription, envelopes: readonly EventEnvelope[]): void {
    handle(envelopes).catch((error) => log.warn({ err: error, events: envelopes.length }, 'broadcast failed'));
  }
}

async function prepare(
  administration: Administration,
  { brokers }: KafkaTransportOptions,
  topics: readonly TopicSettings[],
  connectWithinMs: number,
): Promise<void> {
  try {
    await administration.ask((admin) => admin.describeCluster(), connectWithinMs);
  } catch (error) {
    throw explainConnectFailure(error, brokers);
  }
  try {
    await administration.ask((admin) => ensureTopics(admin, topics), connectWithinMs * 3);
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError('KAFKA_TOPICS', `Kafka's topics could not be prepared: ${reason}`, { cause: error });
  }
}

/** The current end of each topic. */
async function ends(administration: Administration, topics: readonly string[]): Promise<Positions> {
  const positions: Positions = new Map();
  for (const topic of topics) {
    const offsets = await administration.ask((admin) => admin.fetchTopicOffsets(topic));
    positions.set(topic, new Map(offsets.map(({ partition, high }) => [partition, high])));
  }
  return positions;
}

/** Repeats work with a pause in between; does not keep the process alive. */
function everySoOften(milliseconds: number, work: () => Promise<void>): { stop(): Promise<void> } {
  let stopped = false;
  let running = Promise.resolve();
  let timer = setTimeout(tick, milliseconds).unref();
  function tick() {
    running = work().finally(() => {
      if (!stopped) timer = setTimeout(tick, milliseconds).unref();
    });
  }
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
