import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'lyceum-test-';

/** A new folder in the system's temporary folder; its name contains the process id of its creator. */
export function makeTestServerFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
}

/** Removes the folders of killed runs: neither their process nor their server is running. */
export async function sweepTestServerFolders(folder = tmpdir()): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = Number(/^lyceum-test-(\d+)-/.exec(name)?.[1]);
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    const path = join(folder, name);
    const server = await readFile(join(path, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
    const serverPid = Number.parseInt(server, 10);
    if (Number.isInteger(serverPid) && isAlive(serverPid)) continue;
    await rm(path, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
