import { randomUUID } from 'node:crypto';
import { createLogger } from '@lyceum/telemetry';
import { describeTransport } from '../testing/contract.ts';
import { testBroker } from '../testing/index.ts';
import { createTestNetwork, type TestNetwork } from '../testing/test-sockets.ts';
import type { EventTransport } from '../transport.ts';
import { createKafkaTransport } from './kafka-transport.ts';

const broker = await testBroker('the Kafka transport');
const topics = ['course.course', 'identity.user'].map((name) => ({ name, partitions: 4, retentionMs: 3_600_000 }));
const log = createLogger('test', 'silent');

if (broker) {
  const { brokers } = broker;
  describeTransport('the Kafka transport', () => {
    const prefix = `${randomUUID()}.`;
    const networks = new Map<EventTransport, TestNetwork>();
    return {
      async open() {
        const network = createTestNetwork();
        const transport = await createKafkaTransport({
          brokers,
          clientId: 'test',
          topics,
          prefix,
          log,
          openSocket: network.openSocket,
          // The minimum that brokers accept.
          timing: { sessionTimeoutMs: 6_000, heartbeatEveryMs: 200, drainWithinMs: 2_000 },
        });
        networks.set(transport, network);
        return transport;
      },
      async crash(transport) {
        networks.get(transport)?.cut();
      },
    };
  });
} else {
  // biome-ignore lint/suspicious/noSkippedTests: there is no broker; the run ends with a line that says why
  describe.skip('the Kafka transport', () => test.todo('runs where there is a broker'));
}
