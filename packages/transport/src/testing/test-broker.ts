import { isContinuousIntegration, testBrokerServerUrl } from '@lyceum/testing';

/** The broker that a run shares. */
export interface TestBroker {
  /** `host:port`, for everyone. */
  readonly brokers: readonly string[];
  /** Where one has to say who one is; null at a broker that the run did not start. */
  readonly guarded: {
    readonly brokers: readonly string[];
    readonly username: string;
    readonly password: string;
  } | null;
}

/**
 * A real Kafka broker: the one of KAFKA_BROKERS, else one that the first caller of the run has started from Maven's jars. Null
 * where Java or Maven is missing; the run then ends with a line that says which suites did not run, and why. Give topics and
 * groups a prefix of their own: others use the same broker.
 *
 * @param suite as it is to stand in that line
 * @throws Error where there is no broker and CI=true, and where the broker fails to start
 * @example
 * const broker = await testBroker('the Kafka transport');
 * (broker ? describe : describe.skip)('the Kafka transport', () => { … });
 */
export async function testBroker(suite: string): Promise<TestBroker | null> {
  const response = await fetch(`${testBrokerServerUrl()}/?suite=${encodeURIComponent(suite)}`);
  const answer = (await response.json()) as { broker: TestBroker } | { missing: string } | { failed: string };
  if ('broker' in answer) return answer.broker;
  if ('failed' in answer) throw new Error(`The broker of this run could not be started: ${answer.failed}`);
  if (isContinuousIntegration()) throw new Error(`In CI every suite runs, but there is no broker: ${answer.missing}`);
  return null;
}
