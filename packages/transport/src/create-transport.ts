import { readFile } from 'node:fs/promises';
import { topics } from '@lyceum/contracts';
import { OperatorError } from '@lyceum/environment';
import type { Logger } from '@lyceum/telemetry';
import type { TransportEnvironment } from './environment.ts';
import { createInProcessTransport } from './in-process.ts';
import { createKafkaTransport } from './kafka/kafka-transport.ts';
import type { KafkaConnection } from './kafka/settings.ts';
import type { TransportObserver } from './observer.ts';
import type { EventTransport } from './transport.ts';

/**
 * The transport selected by the environment: Kafka if KAFKA_BROKERS is set, else in-process.
 * @param clientId the process's name in the brokers' logs: `lyceum-course`
 * @param onFatal events are no longer handled: exit with an error, so that the process is restarted
 * @throws {OperatorError} if the brokers cannot be used
 */
export async function createTransport(
  environment: TransportEnvironment,
  options: { clientId: string; log: Logger; observer?: TransportObserver; onFatal?: (error: Error) => void },
): Promise<EventTransport> {
  const { KAFKA_BROKERS: brokers, KAFKA_TOPIC_PREFIX: prefix } = environment;
  if (brokers === undefined) return createInProcessTransport({ log: options.log });
  return createKafkaTransport({ ...options, brokers, prefix, topics, ...(await security(environment)) });
}

/** How to authenticate to the brokers, and which certificates to trust. @throws {OperatorError} KAFKA_CA_FILE */
export async function security(environment: TransportEnvironment): Promise<Pick<KafkaConnection, 'ssl' | 'sasl'>> {
  const { KAFKA_SSL, KAFKA_CA_FILE, KAFKA_SASL_MECHANISM: mechanism, KAFKA_USERNAME, KAFKA_PASSWORD } = environment;
  return {
    ssl: KAFKA_CA_FILE === undefined ? KAFKA_SSL : { ca: await readAuthority(KAFKA_CA_FILE) },
    ...(mechanism && { sasl: { mechanism, username: String(KAFKA_USERNAME), password: String(KAFKA_PASSWORD) } }),
  };
}

async function readAuthority(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new OperatorError('KAFKA_CA_FILE', `KAFKA_CA_FILE cannot be read: ${path}.`, { cause: error });
  }
}
