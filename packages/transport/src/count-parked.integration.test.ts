import { randomUUID } from 'node:crypto';
import { createLogger } from '@lyceum/telemetry';
import { until } from '@lyceum/testing';
import { Kafka, logLevel } from 'kafkajs';
import { countParkedRecords } from './count-parked.ts';
import { readTransportEnvironment } from './environment.ts';
import { createKafkaTransport } from './kafka/kafka-transport.ts';
import { testBroker } from './testing/index.ts';

const log = createLogger('test', 'silent');
const broker = await testBroker('counting parked records');

describe('without Kafka', () => {
  it('no record is parked', async () => {
    expect(await countParkedRecords(readTransportEnvironment({}), log)).toBe(0);
  });

  it('that answers, the brokers are said not to answer', async () => {
    const environment = readTransportEnvironment({ KAFKA_BROKERS: '127.0.0.1:1' });
    await expect(countParkedRecords(environment, log)).rejects.toMatchObject({ code: 'KAFKA_UNREACHABLE' });
  });
});

/** Without a broker, the run ends with a line that names the skipped suites and the reason. */
const withBroker = broker ? describe : describe.skip;

withBroker('with Kafka', () => {
  it('the records that could not be read as events are counted', async () => {
    const { brokers = [] } = broker ?? {};
    const prefix = `${randomUUID()}.`;
    const environment = readTransportEnvironment({ KAFKA_BROKERS: brokers.join(','), KAFKA_TOPIC_PREFIX: prefix });
    expect(await countParkedRecords(environment, log)).toBe(0);

    const topics = [{ name: 'course.course', partitions: 1, retentionMs: 3_600_000 }];
    const transport = await createKafkaTransport({ brokers, clientId: 'test', topics, prefix, log });
    const producer = new Kafka({ brokers: [...brokers], clientId: 'test', logLevel: logLevel.NOTHING }).producer();
    try {
      await transport.subscribe({ group: 'test', topics: ['course.course'], handle: async () => undefined });
      await producer.connect();
      await producer.send({
        topic: `${prefix}course.course`,
        messages: [{ value: 'nonsense' }, { value: 'noise' }],
      });
      await until(async () => (await countParkedRecords(environment, log)) === 2);
    } finally {
      await producer.disconnect();
      await transport.close();
    }
  });
});
