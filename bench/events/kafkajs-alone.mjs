import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { topics } from '../../packages/contracts/dist/index.js';
import { envelopes, inBatches, topic } from './sample.mjs';
import { countTo, perSecond } from './statistics.mjs';

/**
 * The throughput of kafkajs alone on these brokers, in one process: events per second produced (idempotent,
 * acknowledged by all in-sync replicas, one batch at a time), consumed (counted, not parsed), and both at once. The
 * values are serialized as JSON beforehand.
 */
export async function measureKafkajs({ brokers, prefix }, events) {
  const kafka = new Kafka({ brokers, clientId: 'bench', logLevel: logLevel.NOTHING });
  const records = envelopes(events).map((envelope) => ({ key: envelope.subject, value: JSON.stringify(envelope) }));
  const batches = inBatches(records);
  const admin = kafka.admin();
  await admin.connect();
  const { partitions: numPartitions } = topics.find(({ name }) => name === topic);
  const names = { warm: `${prefix}warm`, apart: `${prefix}apart`, together: `${prefix}together` };
  const waitForLeaders = true;
  await admin.createTopics({
    waitForLeaders,
    topics: Object.values(names).map((name) => ({ topic: name, numPartitions })),
  });
  await admin.disconnect();

  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  const produce = async (name) => {
    for (const messages of batches) await producer.sendBatch({ acks: -1, topicMessages: [{ topic: name, messages }] });
  };
  async function startConsumer(name) {
    const consumer = kafka.consumer({ groupId: `${name}.group` });
    const { done, add } = countTo(events);
    const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
    await consumer.connect();
    await consumer.subscribe({ topics: [name], fromBeginning: true });
    await consumer.run({
      partitionsConsumedConcurrently: numPartitions,
      eachBatch: async ({ batch }) => add(batch.messages.length),
    });
    return { joined, done, stop: () => consumer.disconnect() };
  }

  // The first consumer of a broker waits until the broker has created its offsets topic, so the first run is slow.
  const warm = await startConsumer(names.warm);
  await produce(names.warm);
  await warm.done;
  await warm.stop();

  const produced = await perSecond(events, () => produce(names.apart));
  let apart;
  // Measured from the start of the consumer, as with the transport: joining the group is included.
  const consumed = await perSecond(events, async () => {
    apart = await startConsumer(names.apart);
    await apart.done;
  });
  await apart.stop();

  const together = await startConsumer(names.together);
  await together.joined;
  const both = await perSecond(events, () => Promise.all([produce(names.together), together.done]));
  await together.stop();
  await producer.disconnect();
  return { produced, consumed, both, bytes: records[0].value.length };
}
