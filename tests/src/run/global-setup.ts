import { chmod } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  configuredBrokers,
  configuredTestServerUrl,
  provideTestBrokerDesk,
  provideTestServerUrl,
} from '../environment.ts';
import { startBrokerServer } from '../kafka/broker-server.ts';
import { keepBrokerDesk, keepTestServer } from './test-server.ts';
import { makeTestServerFolder, sweepTestServerFolders } from './test-server-folder.ts';

// Node, not jest, resolves what this file imports, and to it @lyceum/database is the built package: the source is
// required by its path, so that tests need no build. (An import would not compile: TS2878.)
const require = createRequire(import.meta.url);
const { startEmbeddedPostgres } = require('../../../database/src/embedded/start-embedded-postgres.ts') as Pick<
  typeof import('@lyceum/database'),
  'startEmbeddedPostgres'
>;
const { startKafkaBroker } = require('../../../transport/src/broker/start-kafka-broker.ts') as Pick<
  typeof import('@lyceum/transport'),
  'startKafkaBroker'
>;

/**
 * Starts the one PostgreSQL of a test run, unless `LYCEUM_TEST_DATABASE_URL` names a server to use instead, and opens the desk
 * where suites ask for a Kafka broker.
 */
export default async function globalSetup(): Promise<void> {
  await sweepTestServerFolders();
  const desk = await startBrokerServer({
    configured: configuredBrokers(),
    start: startKafkaBroker,
    makeFolder: makeTestServerFolder,
    say: (line) => process.stderr.write(`${line}\n`),
  });
  keepBrokerDesk(desk);
  provideTestBrokerDesk(desk.url);

  if (configuredTestServerUrl()) return;
  const folder = await makeTestServerFolder();
  // As root the server runs as another user, who has to enter the folder.
  await chmod(folder, 0o711);
  const server = await startEmbeddedPostgres({ dataDir: folder, durable: false });
  keepTestServer({ folder, server });
  provideTestServerUrl(server.url);
}
