import { execFile } from 'node:child_process';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Kafka, logLevel } from 'kafkajs';
import { BrokerUnavailable } from './broker-unavailable.ts';
import { newClusterId } from './cluster-id.ts';
import { prepareJars } from './jars.ts';
import { requireJava } from './java.ts';
import { folderInUse, lockFolder } from './lock-folder.ts';
import { type PipedProcess, startPiped } from './piped-process.ts';
import { freePort, requireFree } from './ports.ts';
import { type BrokerAccount, serverProperties } from './server-properties.ts';

export interface KafkaBrokerOptions {
  /** Contains the broker's settings and all events; created if missing. */
  readonly dataDir: string;
  /** By default a free port. */
  readonly port?: number;
  /** Opens another port, which only this account may use (SASL: PLAIN, SCRAM-SHA-256, SCRAM-SHA-512). */
  readonly account?: BrokerAccount;
  /** Called with progress messages for people. */
  readonly onProgress?: (line: string) => void;
}

export interface KafkaBroker {
  /** The value for KAFKA_BROKERS: `127.0.0.1:9092`. */
  readonly address: string;
  /** The address for `account`; null if none was given. */
  readonly saslAddress: string | null;
  /** Resolves when the broker has exited: with the reason, or undefined if it was stopped. */
  readonly ended: Promise<string | undefined>;
  stop(): Promise<void>;
}

const log4j = fileURLToPath(new URL('../../kafka/log4j2.properties', import.meta.url));
const readyWithinMs = 60_000;
const askAgainMs = 100;

/**
 * Starts Apache Kafka (KRaft mode, one node) on 127.0.0.1, for development and tests. It exits with this process, even
 * if that is killed. Resolves when a metadata request is answered: an open port is not yet a working broker.
 * @throws {BrokerUnavailable} with one sentence that says what is missing
 * @example
 * const broker = await startKafkaBroker({ dataDir: '.data/kafka', port: 9092 });
 * await broker.stop();
 */
export async function startKafkaBroker(options: KafkaBrokerOptions): Promise<KafkaBroker> {
  const { account, onProgress = () => undefined } = options;
  const dataDir = resolve(options.dataDir);
  await requireJava();
  const jars = await prepareJars(onProgress);
  const port = options.port ? await requireFree(options.port) : await freePort();
  const sasl = account ? { port: await freePort(), account } : null;
  const address = `127.0.0.1:${port}`;

  await mkdir(dataDir, { recursive: true });
  const unlock = await lockFolder(dataDir);
  let broker: PipedProcess;
  try {
    const settings = join(dataDir, 'server.properties');
    // The settings may contain a password.
    await writeFile(settings, serverProperties({ dataDir, port, controllerPort: await freePort(), sasl }), {
      mode: 0o600,
    });
    await format({ jars, settings, dataDir, account, onProgress });
    onProgress('Starting Kafka …');
    broker = await startAnswering(address, [...java(jars), 'kafka.Kafka', settings]);
  } catch (error) {
    await unlock();
    throw error;
  }
  let stopping = false;
  const ended = broker.ended.then(async () => {
    await unlock();
    return stopping ? undefined : reasonOf(broker);
  });
  return {
    address,
    saslAddress: sasl && `127.0.0.1:${sasl.port}`,
    ended,
    async stop() {
      stopping = true;
      await broker.end();
      await ended;
    },
  };
}

async function startAnswering(address: string, command: readonly string[]): Promise<PipedProcess> {
  const broker = startPiped('java', command);
  try {
    await answered(address, broker);
    return broker;
  } catch (error) {
    await broker.end();
    throw error;
  }
}

function java(jars: string): string[] {
  return [
    ...['-Xms128m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
    ...[`-Dlog4j2.configurationFile=${log4j}`, '-cp', join(jars, '*')],
  ];
}

/** Prepares an empty data folder; an initialized one is left unchanged. */
async function format(options: {
  jars: string;
  settings: string;
  dataDir: string;
  account: BrokerAccount | undefined;
  onProgress: (line: string) => void;
}): Promise<void> {
  const { jars, settings, dataDir, account, onProgress } = options;
  if (await stat(join(dataDir, 'log', 'meta.properties')).catch(() => undefined)) return;
  onProgress(`Preparing ${dataDir} …`);
  const scram = ['SCRAM-SHA-256', 'SCRAM-SHA-512'].flatMap((mechanism) =>
    account ? ['--add-scram', `${mechanism}=[name=${account.username},password=${account.password}]`] : [],
  );
  try {
    await promisify(execFile)('java', [
      ...[...java(jars), 'kafka.tools.StorageTool', 'format', '-t', newClusterId(), '-c', settings],
      ...scram,
    ]);
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string };
    const reason = stderr.trim().split('\n').at(-1) || message;
    throw new BrokerUnavailable('START_FAILED', `Kafka could not prepare ${dataDir}: ${reason}`, { cause: error });
  }
}

async function answered(address: string, broker: PipedProcess): Promise<void> {
  const kafka = new Kafka({ brokers: [address], logLevel: logLevel.NOTHING, retry: { retries: 0 } });
  const giveUpAt = Date.now() + readyWithinMs;
  let ended = false;
  broker.ended.then(() => {
    ended = true;
  });
  for (;;) {
    const admin = kafka.admin();
    try {
      await admin.connect();
      await admin.describeCluster();
      return;
    } catch {
      if (ended) throw failure(broker);
      if (Date.now() > giveUpAt) {
        throw new BrokerUnavailable('START_FAILED', `Kafka was not ready after ${readyWithinMs / 1_000} s.`);
      }
      await sleep(askAgainMs);
    } finally {
      await admin.disconnect();
    }
  }
}

function failure(broker: PipedProcess): BrokerUnavailable {
  const reason = reasonOf(broker);
  return /Failed to acquire lock on file/.test(broker.lastLines.join('\n'))
    ? folderInUse()
    : new BrokerUnavailable('START_FAILED', `Kafka did not start: ${reason}`);
}

function reasonOf(broker: PipedProcess): string {
  return (
    broker.lastLines.find((line) => /ERROR|FATAL|Exception/.test(line)) ?? broker.lastLines.at(-1) ?? 'it said nothing'
  );
}
