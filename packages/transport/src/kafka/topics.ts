import { setTimeout as sleep } from 'node:timers/promises';
import type { TopicSettings } from '@lyceum/contracts';
import { OperatorError } from '@lyceum/environment';
import type { Admin } from 'kafkajs';

/**
 * Makes the topics that are missing and adds partitions where there are too few. Several processes may do so at once. The
 * retention is set when a topic is made, and is the operator's afterwards; copies and how many of them must acknowledge are the
 * brokers' defaults.
 *
 * @throws {OperatorError} KAFKA_FEWER_PARTITIONS where a topic has more partitions than it should: Kafka cannot take any away
 */
export async function ensureTopics(admin: Admin, topics: readonly TopicSettings[]): Promise<void> {
  const existing = new Set(await admin.listTopics());
  const missing = topics.filter(({ name }) => !existing.has(name));
  if (missing.length > 0) {
    await admin.createTopics({
      // kafkajs gives up where the broker has not heard of the topic yet.
      waitForLeaders: false,
      topics: missing.map(({ name, partitions, retentionMs }) => ({
        topic: name,
        numPartitions: partitions,
        configEntries: [{ name: 'retention.ms', value: String(retentionMs) }],
      })),
    });
  }
  const counts = await untilUsable(admin, topics);
  const faults = topics.flatMap(({ name, partitions }) => {
    const count = counts.get(name) ?? partitions;
    return count > partitions ? [`${name} has ${count}, not ${partitions}`] : [];
  });
  if (faults.length > 0) {
    throw new OperatorError(
      'KAFKA_FEWER_PARTITIONS',
      `Kafka cannot take partitions away (${faults.join('; ')}): ask for as many as there are, or make the topic anew.`,
    );
  }
  for (const { name, partitions } of topics) {
    if ((counts.get(name) ?? partitions) >= partitions) continue;
    try {
      await admin.createPartitions({ topicPartitions: [{ topic: name, count: partitions }] });
    } catch (error) {
      const now = await partitionCounts(admin, [{ name }]);
      if (now.get(name) !== partitions) throw error;
    }
  }
}

/**
 * A topic is made by the controller; brokers hear of it, and that they lead its partitions, a moment later. All topics are
 * looked at: another process may have made one at this very moment.
 */
async function untilUsable(admin: Admin, topics: readonly TopicSettings[]): Promise<Map<string, number>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const counts = await partitionCounts(admin, topics);
      for (const { name } of topics) await admin.fetchTopicOffsets(name);
      return counts;
    } catch (error) {
      if (attempt === propagation.attempts) throw error;
      await sleep(propagation.pauseMs);
    }
  }
}

const propagation = { attempts: 100, pauseMs: 50 };

async function partitionCounts(admin: Admin, topics: readonly { name: string }[]): Promise<Map<string, number>> {
  const metadata = await admin.fetchTopicMetadata({ topics: topics.map(({ name }) => name) });
  return new Map(metadata.topics.map(({ name, partitions }) => [name, partitions.length]));
}
