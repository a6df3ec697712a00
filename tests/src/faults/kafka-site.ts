import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EventEnvelope, topics } from '@lyceum/contracts';
import { createLogger } from '@lyceum/telemetry';
import { createKafkaTransport, type KafkaBroker, startKafkaBroker } from '@lyceum/transport';
import { freePorts } from '../harness/free-port.ts';
import { prepareServer, type Site } from './site.ts';
import { programOfHarness, type Supervised, supervise } from './supervised.ts';

/** Every subgraph, the gateway and the counter a process of its own, assessment twice, over a Kafka of its own. */
export interface KafkaSite extends Site {
  readonly processes: Readonly<Record<KafkaSiteProcess, Supervised>>;
  readonly brokers: string;
  /** Kills the broker by SIGKILL, tells so, and starts it again on the same files. */
  restartBroker(onKilled: () => void): Promise<void>;
  /** Puts events on the topics that no subgraph has sent. */
  publish(envelopes: readonly EventEnvelope[]): Promise<void>;
  /** Another counter, which joins the group of the first. */
  startEventCounter(name: string): Supervised;
}

const subgraphs = ['identity', 'course', 'assessment'] as const;
export type KafkaSiteProcess = (typeof subgraphs)[number] | 'assessment-2' | 'gateway' | 'counter';

export async function openKafkaSite(): Promise<KafkaSite> {
  const server = await prepareServer();
  const { folder } = server;
  const [brokerPort, gatewayPort, standbyPort, ...ports] = await freePorts(3 + subgraphs.length);
  const kafka = { dataDir: join(folder, 'kafka'), port: Number(brokerPort) };
  let broker: KafkaBroker = await startKafkaBroker(kafka);
  let stopping = false;

  const address = (port: number | undefined) => `http://127.0.0.1:${port}`;
  const urls = new Map(subgraphs.map((name, index) => [name, `${address(ports[index])}/graphql`]));
  const settings = {
    ...server.settings,
    KAFKA_BROKERS: broker.address,
    IDENTITY_JWKS_URL: new URL('/.well-known/jwks.json', urls.get('identity')).href,
    GATEWAY_JWKS_URL: `${address(gatewayPort)}/.well-known/gateway-jwks.json`,
    SUBGRAPH_URLS: [...urls].map(([name, url]) => `${name}=${url}`).join(','),
    LOG_LEVEL: 'info',
  };
  const start = (name: string, main: string, port: number | string | undefined, ready = /"msg":"ready"/) =>
    supervise({ name, main, settings: { ...settings, PORT: String(port ?? 0) }, ready, folder });
  const startEventCounter = (name: string) =>
    start(name, programOfHarness('event-counter-process'), undefined, /^ready$/m);
  const startSubgraph = (name: (typeof subgraphs)[number]) =>
    start(name, `subgraphs/${name}/dist/main.js`, new URL(urls.get(name) ?? '').port);

  const processes = {
    identity: startSubgraph('identity'),
    course: startSubgraph('course'),
    assessment: startSubgraph('assessment'),
    gateway: start('gateway', 'gateway/dist/main.js', gatewayPort),
    counter: startEventCounter('counter'),
    'assessment-2': start('assessment-2', 'subgraphs/assessment/dist/main.js', standbyPort),
  };
  await Promise.all(Object.values(processes).map((process) => process.ready()));

  return {
    ...server,
    name: 'over Kafka',
    thinkMs: 100,
    url: `${address(gatewayPort)}/graphql`,
    processes,
    brokers: broker.address,
    startEventCounter,
    async publish(envelopes) {
      const log = createLogger('stranger', 'silent');
      const transport = await createKafkaTransport({ brokers: [broker.address], clientId: 'stranger', topics, log });
      await transport.publish(envelopes);
      await transport.close();
    },
    async restartBroker(onKilled) {
      const { ended } = broker;
      for (const pid of await processesNaming(join(kafka.dataDir, 'server.properties'))) process.kill(pid, 'SIGKILL');
      await ended;
      onKilled();
      if (!stopping) broker = await startKafkaBroker(kafka);
    },
    async stop() {
      stopping = true;
      await Promise.all(Object.values(processes).map((process) => process.stop()));
      await broker.stop();
      await server.stop();
    },
  };
}

/** The Java processes whose command line names a file. */
async function processesNaming(file: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const named = await Promise.all(
    pids.map(async (pid) => {
      const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
      return words[0]?.endsWith('java') && words.includes(file) ? [Number(pid)] : [];
    }),
  );
  return named.flat();
}
