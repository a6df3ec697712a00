import { chmod, rm } from 'node:fs/promises';
import { startEmbeddedPostgres } from '../../../packages/database/src/embedded/start-embedded-postgres.ts';
import {
  configuredBrokers,
  configuredTestServerUrl,
  provideTestBrokerServerUrl,
  provideTestServerUrl,
} from '../../../packages/testing/src/environment.ts';
import { startKafkaBroker } from '../../../packages/transport/src/broker/start-kafka-broker.ts';
import { startBrokerServer } from './broker-server.ts';
import { makeTestServerFolder, sweepTestServerFolders } from './test-server-folder.ts';

// Jest's global setup imports this. There Node, not Jest, resolves packages, and finds their builds: sources are
// imported by path, so that tests need no build.

/** The servers shared by all suites of a run. */
export interface TestServers {
  /** Stops the servers, and removes their files. */
  stop(): Promise<void>;
}

/**
 * Starts the one PostgreSQL of a run, unless `LYCEUM_TEST_DATABASE_URL` sets a server to use instead, and the server
 * from which suites request a Kafka broker. Sets the addresses of both in the environment, for child processes.
 */
export async function startTestServers(): Promise<TestServers> {
  await sweepTestServerFolders();
  const brokerServer = await startBrokerServer({
    configured: configuredBrokers(),
    start: startKafkaBroker,
    makeFolder: makeTestServerFolder,
    say: (line) => process.stderr.write(`${line}\n`),
  });
  provideTestBrokerServerUrl(brokerServer.url);
  const stopDatabase = configuredTestServerUrl() === undefined ? await startDatabase() : undefined;
  return {
    async stop() {
      await brokerServer.close();
      await stopDatabase?.();
    },
  };
}

async function startDatabase(): Promise<() => Promise<void>> {
  const folder = await makeTestServerFolder();
  // As root the server runs as another user, who needs access to the folder.
  await chmod(folder, 0o711);
  const server = await startEmbeddedPostgres({ dataDir: folder, durable: false });
  provideTestServerUrl(server.url);
  return async () => {
    await server.stop();
    for (const path of [folder, server.dataDir]) await rm(path, { recursive: true, force: true });
  };
}
