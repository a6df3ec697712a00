import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createLogger } from '@lyceum/telemetry';
import { fromSource, until } from '@lyceum/testing';
import { createKafkaTransport } from '../kafka/kafka-transport.ts';
import { envelope } from '../testing/events.ts';
import { testBroker } from '../testing/index.ts';
import { requireJava, requireMaven } from './java.ts';
import { freePort } from './ports.ts';
import { type KafkaBroker, startKafkaBroker } from './start-kafka-broker.ts';

const log = createLogger('test', 'silent');

describe('without what a broker needs', () => {
  it('says that Java is missing', async () => {
    await expect(requireJava('no-such-java')).rejects.toMatchObject({
      code: 'JAVA_MISSING',
      message: 'Kafka needs Java 17 or newer, but java is not installed.',
    });
  });

  it('says that Java is too old, or none at all', async () => {
    await expect(requireJava('true')).rejects.toMatchObject({ code: 'JAVA_MISSING' });
  });

  it('says that Maven is missing', async () => {
    await expect(requireMaven('no-such-mvn')).rejects.toMatchObject({ code: 'MAVEN_MISSING' });
  });
});

// If the run was given brokers, this machine may be unable to start one.
const broker = await testBroker('starting a broker');
if (broker?.guarded) {
  describe('a broker of one’s own', () => {
    let dataDir: string;
    const started: KafkaBroker[] = [];

    beforeEach(async () => {
      dataDir = await mkdtemp(join(tmpdir(), 'lyceum-broker-'));
    });
    afterEach(async () => {
      for (const running of started.splice(0)) await running.stop();
      await rm(dataDir, { recursive: true, force: true });
    });

    async function start(port?: number): Promise<KafkaBroker> {
      const running = await startKafkaBroker(port === undefined ? { dataDir } : { dataDir, port });
      started.push(running);
      return running;
    }

    async function connect(address: string) {
      const topics = [{ name: 'course.course', partitions: 1, retentionMs: 3_600_000 }];
      return createKafkaTransport({ brokers: [address], clientId: 'test', topics, log });
    }

    /** The processes with the folder in their command line. */
    async function processes(): Promise<string[]> {
      const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,args=']);
      return stdout.split('\n').filter((line) => line.includes('kafka.Kafka') && line.includes(dataDir));
    }

    it('keeps its events over a restart, and lets nobody else use its folder', async () => {
      const port = await freePort();
      const first = await start(port);
      expect(first).toMatchObject({ address: `127.0.0.1:${port}`, saslAddress: null });
      const before = await connect(first.address);
      await before.publish([envelope('a', 1)]);
      await before.close();
      // The second broker, which Kafka itself refuses, would let a third one in.
      for (let time = 1; time <= 3; time += 1) {
        await expect(startKafkaBroker({ dataDir })).rejects.toMatchObject({
          code: 'FOLDER_IN_USE',
          message: 'Another Kafka is using this data folder: stop it first.',
        });
      }
      await first.stop();
      expect(await first.ended).toBeUndefined();

      const second = await start();
      const after = await connect(second.address);
      const versions: number[] = [];
      await after.subscribe({
        group: 'test',
        topics: ['course.course'],
        handle: async (events) => void versions.push(...events.map(({ aggregateversion }) => aggregateversion)),
      });
      await until(() => versions.length === 1);
      await after.close();
    }, 60_000);

    it('says that its port is taken', async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      const port = typeof address === 'object' ? Number(address?.port) : 0;
      await expect(startKafkaBroker({ dataDir, port })).rejects.toMatchObject({
        code: 'PORT_IN_USE',
        message: expect.stringContaining(`Port ${port} of 127.0.0.1 is taken`),
      });
      await new Promise((resolve) => server.close(resolve));
    });

    it('ends with the process that started it, even by kill -9', async () => {
      const runBroker = fileURLToPath(new URL('../testing/run-broker.ts', import.meta.url));
      const child = spawn(process.execPath, [...fromSource, runBroker, dataDir], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(createInterface({ input: child.stdout }), 'line');
      expect(await processes()).not.toEqual([]);
      child.kill('SIGKILL');
      await until(async () => (await processes()).length === 0);
    });
  });
} else {
  // biome-ignore lint/suspicious/noSkippedTests: there is no Java, or a broker was given; the run says so at its end
  describe.skip('a broker of one’s own', () => test.todo('runs where it can be started'));
}
