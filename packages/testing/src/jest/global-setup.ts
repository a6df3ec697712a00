import { chmod } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { configuredTestServerUrl, provideTestServerUrl } from '../environment.ts';
import { keepTestServer } from './test-server.ts';
import { makeTestServerFolder, sweepTestServerFolders } from './test-server-folder.ts';

// Node, not jest, resolves what this file imports, and to it @lyceum/database is the built package: the source is
// required by its path, so that tests need no build. (An import would not compile: TS2878.)
const { startEmbeddedPostgres } = createRequire(import.meta.url)(
  '../../../database/src/embedded/start-embedded-postgres.ts',
) as typeof import('@lyceum/database');

/** Starts the one PostgreSQL of a test run, unless `LYCEUM_TEST_DATABASE_URL` names a server to use instead. */
export default async function globalSetup(): Promise<void> {
  if (configuredTestServerUrl()) return;
  await sweepTestServerFolders();
  const folder = await makeTestServerFolder();
  // As root the server runs as another user, who has to enter the folder.
  await chmod(folder, 0o711);
  const server = await startEmbeddedPostgres({ dataDir: folder, durable: false });
  keepTestServer({ folder, server });
  provideTestServerUrl(server.url);
}
