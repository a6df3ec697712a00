import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../error-code.ts';
import { processInfo } from './process-info.ts';

/** The contents of a cluster's `postmaster.pid`. */
export interface PostmasterFile {
  pid: number;
  /** On 127.0.0.1; NaN while the file is being written. */
  port: number;
  /** `starting`, `ready`, `stopping`; empty while the file is being written. */
  status: string;
}

/** Reads `postmaster.pid`; undefined if no server is running and the last one shut down cleanly. */
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

/** How the process named in `postmaster.pid` relates to the cluster. */
export type PostmasterOwner =
  | { kind: 'none' }
  /** The id now belongs to another program, or the process is a zombie that its parent has not reaped. */
  | { kind: 'misleading' }
  /** A server of this cluster; `orphan` if the shell that would end it is gone. */
  | { kind: 'server'; pid: number; port: number; status: string; orphan: boolean };

/** Whether a server of this cluster is running; a `postmaster.pid` left by a killed server does not count. */
export async function findServer(cluster: string): Promise<PostmasterOwner> {
  const file = await readPostmasterFile(cluster);
  if (!file || !Number.isInteger(file.pid) || file.pid === 0) return { kind: 'none' };
  const info = await processInfo(file.pid);
  if (!info || !runsCluster(info.command, cluster)) return { kind: exists(file.pid) ? 'misleading' : 'none' };
  const parent = await processInfo(info.parent);
  const orphan = !parent || !runsCluster(parent.command, cluster);
  return { kind: 'server', pid: file.pid, port: file.port, status: file.status, orphan };
}

/** Including zombies: PostgreSQL takes one for a running server, and containers without a reaping init have them. */
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

/** Larger than any system's maximum process id. */
const nobodysPid = 2 ** 31 - 1;

/**
 * Lets PostgreSQL start although its file names the living process of another program. The file is not deleted, because
 * it tells PostgreSQL which shared memory orphaned sessions may still be using.
 */
export async function disownPostmasterFile(cluster: string): Promise<void> {
  const path = join(cluster, 'postmaster.pid');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(/^-?\d+/, String(nobodysPid)));
}
