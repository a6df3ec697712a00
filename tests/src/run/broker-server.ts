import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { KafkaBroker, KafkaBrokerOptions } from '@lyceum/transport';
import type { TestBroker } from '@lyceum/transport/testing';

/**
 * Serves the address of the broker shared by a run; starts it on the first request, so that other runs need no Java.
 */
export interface BrokerServer {
  readonly url: string;
  /** Stops the broker and removes its files; reports which suites did not run. */
  close(): Promise<void>;
}

export async function startBrokerServer(options: {
  /** The brokers to use instead of starting one. */
  configured: string | undefined;
  start: (options: KafkaBrokerOptions) => Promise<KafkaBroker>;
  makeFolder: () => Promise<string>;
  say: (line: string) => void;
}): Promise<BrokerServer> {
  const { configured, start, makeFolder, say } = options;
  const left: string[] = [];
  let folder: string | undefined;
  let started: Promise<KafkaBroker> | undefined;
  let missing: string | undefined;
  const account = { username: 'lyceum', password: randomBytes(12).toString('hex') };

  async function findBroker(): Promise<TestBroker> {
    if (configured) return { brokers: configured.split(','), guarded: null };
    folder ??= await makeFolder();
    started ??= start({ dataDir: folder, account, onProgress: (line) => say(line) });
    const { address, saslAddress } = await started;
    return { brokers: [address], guarded: saslAddress === null ? null : { brokers: [saslAddress], ...account } };
  }

  const server = createServer(async (request, response) => {
    const suite = new URL(String(request.url), 'http://broker-server').searchParams.get('suite') ?? 'a suite';
    try {
      response.end(JSON.stringify({ broker: await findBroker() }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (!cannotHaveBroker(error)) {
        response.end(JSON.stringify({ failed: reason }));
        return;
      }
      missing = reason;
      left.push(suite);
      response.end(JSON.stringify({ missing }));
    }
  });
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has a numeric port');

  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await started?.then(
        (broker) => broker.stop(),
        () => undefined,
      );
      if (folder) await rm(folder, { recursive: true, force: true });
      if (missing) say(`Not run, since there is no Kafka broker: ${left.join(', ')}. ${missing}`);
    },
  };
}

/**
 * Whether this machine lacks a prerequisite of the broker; any other error is a failure, not a reason to skip suites.
 */
function cannotHaveBroker(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'JAVA_MISSING' || code === 'MAVEN_MISSING' || code === 'JARS_UNAVAILABLE';
}
