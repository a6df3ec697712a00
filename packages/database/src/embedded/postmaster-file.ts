import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../error-code.ts';
import { processInfo } from './process-info.ts';

/** What `postmaster.pid` in a cluster says. */
export interface PostmasterFile {
  pid: number;
  /** Of 127.0.0.1; NaN while the file is being written. */
  port: number;
  /** `starting`, `ready`, `stopping`; empty while the file is being written. */
  status: string;
}

/** Reads `postmaster.pid`, or answers undefined when no server runs and the last one ended in order. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  let text: string;
  try {
    text = await readFile(join(cluster, 'postmaster.pid'), 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  const lines = text.split('\n');
  return {
    pid: Math.abs(Number.parseInt(lines[0] ?? '', 10)),
    port: Number.parseInt(lines[3] ?? '', 10),
    status: lines[7]?.trim() ?? '',
  };
}

/** How the process that `postmaster.pid` names relates to the cluster. */
export type PostmasterOwner =
  | { kind: 'none' }
  /** The id was given to another program since, or its process is dead and waits for a parent that does not care. */
  | { kind: 'misleading' }
  /** A server of this cluster; `orphan` when the shell that would end it is gone. */
  | { kind: 'server'; pid: number; port: number; status: string; orphan: boolean };

/** Whether a server of this cluster lives; a `postmaster.pid` that a killed server left behind does not count. */
export async function findServer(cluster: string): Promise<PostmasterOwner> {
  const file = await readPostmasterFile(cluster);
  if (!file || !Number.isInteger(file.pid) || file.pid === 0) return { kind: 'none' };
  const info = await processInfo(file.pid);
  if (!info || !runsCluster(info.command, cluster)) return { kind: exists(file.pid) ? 'misleading' : 'none' };
  const parent = await processInfo(info.parent);
  const orphan = !parent || !runsCluster(parent.command, cluster);
  return { kind: 'server', pid: file.pid, port: file.port, status: file.status, orphan };
}

/** Zombies included: PostgreSQL takes one for a living server, and containers whose init does not reap have them. */
function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function runsCluster(command: string, cluster: string): boolean {
  return command.includes('postgres') && `${command} `.includes(` -D ${cluster} `);
}

/** More than any system's greatest process id. */
const nobodysPid = 2 ** 31 - 1;

/**
 * Lets PostgreSQL start although its file names a living process that is another program. The file is not deleted,
 * because PostgreSQL finds in it the shared memory that orphaned sessions may still be using.
 */
export async function disownPostmasterFile(cluster: string): Promise<void> {
  const path = join(cluster, 'postmaster.pid');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(/^-?\d+/, String(nobodysPid)));
}
