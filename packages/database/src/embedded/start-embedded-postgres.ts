import { DatabaseUnavailable } from '../database-unavailable.ts';
import { findBinaries, prepareBinaries } from './binaries.ts';
import { inspectCluster } from './cluster.ts';
import { chooseDataFolder, unwritable } from './data-folder.ts';
import { freePort } from './free-port.ts';
import { initialiseCluster } from './initialise.ts';
import { keepRunning } from './keep-running.ts';
import { type LaunchOptions, launch } from './launch.ts';
import { readOrCreatePassword } from './password-file.ts';
import type { PipedProcess } from './piped-process.ts';
import { awaitPreviousServer } from './previous-server.ts';
import { resetPassword } from './reset-password.ts';

export interface EmbeddedPostgresOptions {
  /** Contains `postgres/` (the cluster) and `postgres.password`; created if missing. */
  dataDir: string;
  /** False turns fsync off: faster, but a power failure may destroy the data. For tests. */
  durable?: boolean;
  /** By default a free port, chosen at each start. */
  port?: number;
  /** Called with progress messages for people. */
  onProgress?: (text: string) => void;
}

export interface EmbeddedPostgres {
  /** `postgres://postgres:<password>@127.0.0.1:<port>/postgres`: the superuser. */
  url: string;
  /** The path actually used; see `chooseDataFolder` for root. */
  dataDir: string;
  /** Disconnects all clients, writes a checkpoint and stops the server. Idempotent. */
  stop(): Promise<void>;
}

const portAttempts = 3;

/**
 * Starts PostgreSQL from its npm package on 127.0.0.1, and creates the database files at the first start. The server
 * ends with this process, even if that is killed, and is restarted if it exits by itself.
 * @throws DatabaseUnavailable with a code that starts with `EMBEDDED_`
 * @example
 * const server = await startEmbeddedPostgres({ dataDir: '.data' });
 * const url = await ensureDatabase({ serverUrl: server.url, database: 'identity' });
 * await server.stop();
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, durable = true, onProgress = () => undefined } = options;
  const found = await findBinaries();
  const folder = await chooseDataFolder(dataDir, onProgress);
  const cluster = await inspectCluster(folder.cluster, found.major);
  const refuse = (error: unknown): never => {
    throw unwritable(folder.path, error);
  };
  const binaries = await prepareBinaries(found, folder.path, folder.user).catch(refuse);
  const { password, created } = await readOrCreatePassword(folder.path).catch(refuse);
  if (cluster === 'absent') {
    onProgress(`Creating the database in ${folder.path}.`);
    await initialiseCluster({ folder, binaries, password, durable });
  } else if (created) {
    await awaitPreviousServer(folder.cluster, onProgress);
    await resetPassword(folder, binaries, password);
  }

  const launchOptions = { folder, binaries, durable, onProgress };
  const { process, port } = await launchOnFreePort(launchOptions, options.port);
  const { stop } = keepRunning(process, launchOptions, port);
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, dataDir: folder.path, stop };
}

/** Another program may take the port between the check and its use. */
async function launchOnFreePort(
  options: LaunchOptions,
  wanted: number | undefined,
): Promise<{ process: PipedProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await freePort());
    try {
      return { process: await launch(options, port), port };
    } catch (error) {
      const busy = error instanceof DatabaseUnavailable && error.code === 'EMBEDDED_PORT_IN_USE';
      if (!busy || wanted !== undefined || attempt === portAttempts) throw error;
    }
  }
}
