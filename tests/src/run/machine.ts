import { configuredBrokers, isContinuousIntegration } from '../../../packages/testing/src/environment.ts';
import { requireJava, requireMaven } from '../../../packages/transport/src/broker/java.ts';

/** What affects test results other than files: it must be equal for a cached result to be used. */
export async function describeMachine(): Promise<string> {
  return [
    `Node ${process.version} on ${process.platform} ${process.arch}`,
    (await canHaveBroker()) ? 'Kafka' : 'no Kafka',
    ...(isContinuousIntegration() ? ['CI'] : []),
  ].join(', ');
}

async function canHaveBroker(): Promise<boolean> {
  if (configuredBrokers() !== undefined) return true;
  return Promise.all([requireJava(), requireMaven()]).then(
    () => true,
    () => false,
  );
}
