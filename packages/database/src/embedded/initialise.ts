import { randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseUnavailable } from '../database-unavailable.ts';
import { errorCode } from '../error-code.ts';
import type { Binaries } from './binaries.ts';
import { type DataFolder, unwritable } from './data-folder.ts';
import { startPiped } from './piped-process.ts';
import { processInfo } from './process-info.ts';

const prefix = 'postgres.initialising-';
const active = new Set<string>();

export interface InitialiseOptions {
  folder: DataFolder;
  binaries: Binaries;
  password: string;
  durable: boolean;
}

/**
 * Creates a cluster: next to its final path, then renamed, so that an interrupted initdb never looks like a database.
 * If another process created one first, that one is kept.
 */
export async function initialiseCluster(options: InitialiseOptions): Promise<void> {
  const { folder } = options;
  await sweepUnfinished(folder.path);
  const name = `${prefix}${process.pid}-${randomBytes(4).toString('hex')}`;
  const unfinished = join(folder.path, name);
  active.add(name);
  try {
    await initdb(unfinished, options);
    await rename(join(unfinished, 'cluster'), folder.cluster);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return;
    throw error instanceof DatabaseUnavailable ? error : unwritable(folder.path, error);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
    active.delete(name);
  }
}

async function initdb(unfinished: string, { folder, binaries, password, durable }: InitialiseOptions): Promise<void> {
  const passwordFile = join(unfinished, 'password');
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (folder.user) {
    await chown(unfinished, folder.user.uid, folder.user.gid);
    await chown(passwordFile, folder.user.uid, folder.user.gid);
  }
  const args = [
    ...['-D', join(unfinished, 'cluster'), '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
    // The same collation everywhere: it depends neither on the machine's locale nor on its C library.
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...['--no-instructions', ...(durable ? [] : ['--no-sync'])],
  ];
  const run = startPiped(join(binaries.native, 'bin', 'initdb'), args, { user: folder.user, signal: 'TERM' });
  if ((await run.ended) !== 0) {
    throw new DatabaseUnavailable(
      'EMBEDDED_START_FAILED',
      `PostgreSQL could not create a database in ${folder.path}: ${run.log.reason}`,
    );
  }
}

/** Removes the files of interrupted runs, but not of runs still in progress. */
async function sweepUnfinished(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(prefix));
  for (const name of names) {
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    const alive = pid === process.pid ? active.has(name) : (await processInfo(pid)) !== undefined;
    if (!alive) await rm(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
}
