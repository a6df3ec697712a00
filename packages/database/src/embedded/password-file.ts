import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../error-code.ts';

/**
 * The superuser's password, generated at the first call and stored with mode 600. Concurrent first calls all get the
 * same password, and the file is never partially written.
 */
export async function readOrCreatePassword(folder: string): Promise<{ password: string; created: boolean }> {
  const path = join(folder, 'postgres.password');
  const known = await read(path);
  if (known) return { password: known, created: false };

  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  const password = randomBytes(24).toString('base64url');
  await writeFile(unfinished, `${password}\n`, { mode: 0o600, flag: 'wx' });
  try {
    // A full disk leaves an empty file.
    if (known === '') {
      await rename(unfinished, path);
      return { password, created: true };
    }
    await link(unfinished, path);
    return { password, created: true };
  } catch (error) {
    const winner = errorCode(error) === 'EEXIST' ? await read(path) : undefined;
    if (!winner) throw error;
    return { password: winner, created: false };
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function read(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
