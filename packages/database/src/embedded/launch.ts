import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DatabaseUnavailable } from '../database-unavailable.ts';
import type { Binaries } from './binaries.ts';
import type { DataFolder } from './data-folder.ts';
import type { LogTail } from './log-tail.ts';
import { type PipedProcess, startPiped } from './piped-process.ts';
import { awaitPreviousServer, folderInUse } from './previous-server.ts';

export interface LaunchOptions {
  folder: DataFolder;
  binaries: Binaries;
  durable: boolean;
  onProgress: (text: string) => void;
}

/** Eleven subgraphs with ten connections each, and as many again for tests and tools. */
const maxConnections = 300;
const retryMs = 50;
const patienceMs = 10_000;

/**
 * Starts the server and resolves when it accepts connections.
 *
 * Waits for the sessions of a server killed by kill -9, which live a moment longer and hold its shared memory.
 * @throws DatabaseUnavailable `EMBEDDED_PORT_IN_USE`, `EMBEDDED_FOLDER_IN_USE`, `EMBEDDED_START_FAILED`
 */
export async function launch(options: LaunchOptions, port: number): Promise<PipedProcess> {
  const since = Date.now();
  for (;;) {
    await awaitPreviousServer(options.folder.cluster, options.onProgress);
    const server = await tryLaunch(options, port);
    if (server.ready) return server.process;
    const { log } = server.process;
    if (!log.includes(/shared memory block .* still in use/) || Date.now() - since > patienceMs) {
      throw startFailure(log, options.folder, port);
    }
    await setTimeout(retryMs);
  }
}

async function tryLaunch(options: LaunchOptions, port: number): Promise<{ process: PipedProcess; ready: boolean }> {
  const { folder, binaries, onProgress } = options;
  let announceReady: (ready: true) => void = () => undefined;
  const ready = new Promise<true>((resolve) => {
    announceReady = resolve;
  });
  const process = startPiped(join(binaries.native, 'bin', 'postgres'), serverArguments(options, port), {
    user: folder.user,
    signal: 'INT',
    onLine: (line) => {
      if (line.includes('database system is ready to accept connections')) announceReady(true);
      if (line.includes('automatic recovery in progress'))
        onProgress('PostgreSQL is recovering from an unclean shutdown.');
    },
  });
  return { process, ready: await Promise.race([ready, process.ended.then(() => false)]) };
}

function serverArguments({ folder, durable }: LaunchOptions, port: number): string[] {
  const settings: Record<string, string | number> = {
    max_connections: maxConnections,
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The server's log covers only the server; clients log the errors of their statements.
    log_min_messages: 'log',
    log_checkpoints: 'off',
    log_line_prefix: '',
    logging_collector: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return [
    ...['-D', folder.cluster, '-h', '127.0.0.1', '-p', String(port), '-k', ''],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

function startFailure(log: LogTail, folder: DataFolder, port: number): DatabaseUnavailable {
  if (log.includes(/could not bind .*in use/)) {
    return new DatabaseUnavailable(
      'EMBEDDED_PORT_IN_USE',
      `Port ${port} of 127.0.0.1 is in use by another program; stop it or let PostgreSQL choose a free port.`,
    );
  }
  if (log.includes(/lock file "postmaster\.pid" already exists/)) return folderInUse(folder.cluster);
  return new DatabaseUnavailable(
    'EMBEDDED_START_FAILED',
    `PostgreSQL could not start in ${folder.cluster}: ${log.reason}`,
  );
}
