import type { Logger } from '@lyceum/telemetry';
import { security } from './create-transport.ts';
import type { TransportEnvironment } from './environment.ts';
import { createAdministration } from './kafka/admin.ts';
import { explainConnectFailure } from './kafka/explain-failure.ts';
import { parkedTopic } from './kafka/kafka-transport.ts';
import { defaultTiming } from './kafka/settings.ts';

/**
 * How many records that are no events wait in Kafka for somebody to look at them; 0 where KAFKA_BROKERS is not set.
 * @throws {OperatorError} where the brokers cannot be used
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
