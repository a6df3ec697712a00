import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { DatabaseUnavailable } from '../database-unavailable.ts';
import type { Binaries } from './binaries.ts';
import type { DataFolder } from './data-folder.ts';

/** Sets a new superuser password after the file with the old one was lost; the server must not be running. */
export async function resetPassword(folder: DataFolder, binaries: Binaries, password: string): Promise<void> {
  const postgres = spawn(join(binaries.native, 'bin', 'postgres'), ['--single', '-D', folder.cluster, 'postgres'], {
    cwd: '/',
    env: { LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['pipe', 'ignore', 'pipe'],
    ...(folder.user && { uid: folder.user.uid, gid: folder.user.gid }),
  });
  postgres.stdin.on('error', () => undefined);
  postgres.stdin.end(`ALTER ROLE postgres PASSWORD '${password}'\n`);
  const [log, [code]] = await Promise.all([text(postgres.stderr), once(postgres, 'close')]);
  if (code !== 0 || /\b(ERROR|FATAL|PANIC):/.test(log)) {
    throw new DatabaseUnavailable(
      'EMBEDDED_START_FAILED',
      `${folder.path}/postgres.password is missing and a new password could not be set: ${log.trim().split('\n').at(-1)}`,
    );
  }
}
