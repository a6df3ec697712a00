import type { Logger } from '@lyceum/telemetry';
import { security } from './create-transport.ts';
import type { TransportEnvironment } from './environment.ts';
import { createAdministration } from './kafka/admin.ts';
import { explainConnectFailure } from './kafka/explain-failure.ts';
import { parkedTopic } from './kafka/kafka-transport.ts';
import { defaultTiming } from './kafka/settings.ts';

/**
 * The number of records parked in Kafka because they are not events; 0 if KAFKA_BROKERS is not set.
 * @throws {OperatorError} if the brokers cannot be used
 */
export async function countParkedRecords(environment: TransportEnvironment, log: Logger): Promise<number> {
  const { KAFKA_BROKERS: brokers, KAFKA_TOPIC_PREFIX: prefix } = environment;
  if (brokers === undefined) return 0;
  const connection = { brokers, clientId: 'lyceum-operator', ...(await security(environment)) };
  const administration = createAdministration(connection, defaultTiming, log);
  try {
    const topic = `${prefix}${parkedTopic.name}`;
    const offsets = await administration.ask(async (admin) =>
      (await admin.listTopics()).includes(topic) ? admin.fetchTopicOffsets(topic) : [],
    );
    return offsets.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
  } catch (error) {
    throw explainConnectFailure(error, brokers);
  } finally {
    await administration.close();
  }
}
