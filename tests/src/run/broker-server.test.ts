import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KafkaBroker } from '@lyceum/transport';
import { type BrokerServer, startBrokerServer } from './broker-server.ts';

const lines: string[] = [];
let brokerServer: BrokerServer | undefined;

beforeEach(() => {
  lines.length = 0;
});
afterEach(() => brokerServer?.close());

const unavailable = (code: string, message: string) => Object.assign(new Error(message), { code });

async function open(options: { configured?: string; start?: () => Promise<KafkaBroker> }): Promise<BrokerServer> {
  brokerServer = await startBrokerServer({
    configured: options.configured,
    start:
      options.start ??
      (() => Promise.reject(unavailable('JAVA_MISSING', 'Kafka needs Java 17 or newer, and there is no java here.'))),
    makeFolder: () => mkdtemp(join(tmpdir(), 'broker-server-')),
    say: (line) => lines.push(line),
  });
  return brokerServer;
}

const ask = async ({ url }: BrokerServer, suite: string) =>
  (await fetch(`${url}/?suite=${encodeURIComponent(suite)}`)).json();

test('returns the configured brokers, and starts none', async () => {
  const opened = await open({ configured: 'one:9092,two:9092' });
  expect(await ask(opened, 'a')).toEqual({ broker: { brokers: ['one:9092', 'two:9092'], guarded: null } });
});

test('starts one broker for all requests, and stops it', async () => {
  let starts = 0;
  let stops = 0;
  const opened = await open({
    start: async () => {
      starts += 1;
      return {
        address: '127.0.0.1:1',
        saslAddress: null,
        ended: new Promise(() => undefined),
        stop: async () => {
          stops += 1;
        },
      };
    },
  });
  const answers = await Promise.all([ask(opened, 'a'), ask(opened, 'b'), ask(opened, 'c')]);
  expect(answers).toEqual(Array(3).fill({ broker: { brokers: ['127.0.0.1:1'], guarded: null } }));
  await opened.close();
  brokerServer = undefined;
  expect([starts, stops]).toEqual([1, 1]);
  expect(lines).toEqual([]);
});

test('reports in one line which suites did not run, and why', async () => {
  const opened = await open({});
  expect(await ask(opened, 'the Kafka transport')).toEqual({ missing: expect.stringContaining('no java here') });
  await ask(opened, 'the outbox over Kafka');
  await opened.close();
  brokerServer = undefined;
  expect(lines).toEqual([
    'Not run, since there is no Kafka broker: the Kafka transport, the outbox over Kafka. Kafka needs Java 17 or newer, and there is no java here.',
  ]);
});

test('skips no suite if an available broker fails to start', async () => {
  const opened = await open({ start: () => Promise.reject(unavailable('START_FAILED', 'Kafka did not start.')) });
  expect(await ask(opened, 'the Kafka transport')).toEqual({ failed: 'Kafka did not start.' });
  await opened.close();
  brokerServer = undefined;
  expect(lines).toEqual([]);
});
