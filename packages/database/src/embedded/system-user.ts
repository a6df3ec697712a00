import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { DatabaseUnavailable } from '../database-unavailable.ts';

/** The user that the server runs as; undefined for this process's user. */
export interface SystemUser {
  name: string;
  uid: number;
  gid: number;
}

export function isRoot(): boolean {
  return process.geteuid?.() === 0;
}

/**
 * PostgreSQL refuses to run as root. It then runs as the owner of the cluster or, for a new cluster, as `nobody`.
 * `nobody` is looked up because initdb needs a user listed in `/etc/passwd`.
 */
export async function serverUser(cluster: string): Promise<SystemUser | undefined> {
  if (!isRoot()) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  if (owner && owner.uid !== 0) return { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const [, uid, gid] = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(passwd) ?? [];
  if (uid === undefined || gid === undefined) {
    throw new DatabaseUnavailable(
      'EMBEDDED_START_FAILED',
      'PostgreSQL does not run as root and this system has no user "nobody"; start Lyceum as another user.',
    );
  }
  return { name: 'nobody', uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
}

/** Whether that user may execute the file, or enter the folder; asks the kernel, so that ACLs and mounts count. */
export async function canReach(path: string, user: SystemUser | undefined): Promise<boolean> {
  try {
    await promisify(execFile)('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], {
      cwd: '/',
      env: {},
      ...(user && { uid: user.uid, gid: user.gid }),
    });
    return true;
  } catch {
    return false;
  }
}
