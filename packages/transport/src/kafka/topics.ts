import { setTimeout as sleep } from 'node:timers/promises';
import type { TopicSettings } from '@lyceum/contracts';
import { OperatorError } from '@lyceum/environment';
import type { Admin } from 'kafkajs';

/**
 * Creates missing topics and adds missing partitions. Safe to run in several processes at once. Retention is set when a
 * topic is created and afterwards left to the operator; replication and the minimum of in-sync replicas are the
 * brokers' defaults.
 * @throws {OperatorError} KAFKA_FEWER_PARTITIONS if a topic has more partitions than it should: Kafka cannot remove any
 */
export async function ensureTopics(admin: Admin, topics: readonly TopicSettings[]): Promise<void> {
  const existing = new Set(await admin.listTopics());
  const missing = topics.filter(({ name }) => !existing.has(name));
  if (missing.length > 0) {
    await admin.createTopics({
      // kafkajs gives up if the broker does not know the topic yet.
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
      `Kafka cannot remove partitions (${faults.join('; ')}): configure as many as there are, or recreate the topic.`,
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
 * The controller creates a topic; brokers learn of it, and that they lead its partitions, a moment later. All topics
 * are checked, since another process may have just created one.
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
