import { configuredBrokers, isContinuousIntegration } from '../../../packages/testing/src/environment.ts';
import { requireJava, requireMaven } from '../../../packages/transport/src/broker/java.ts';

/** What the outcome of tests depends on beside the files: it has to be the same for a task to be answered from the cache. */
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
