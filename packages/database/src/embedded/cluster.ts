import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseUnavailable } from '../database-unavailable.ts';
import { errorCode } from '../error-code.ts';
import { unwritable } from './data-folder.ts';

/**
 * Whether the folder contains a cluster of this major version, or nothing.
 * @throws DatabaseUnavailable if it contains anything else, which is left unchanged
 */
export async function inspectCluster(cluster: string, major: number): Promise<'present' | 'absent'> {
  let names: string[];
  try {
    names = await readdir(cluster);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'absent';
    throw unwritable(cluster, error);
  }
  if (names.length === 0) return 'absent';
  if (!names.includes('PG_VERSION')) {
    throw new DatabaseUnavailable(
      'EMBEDDED_FOLDER_NOT_OURS',
      `${cluster} contains files that are not a PostgreSQL database; move them away or choose another folder with LYCEUM_DATA_DIR.`,
    );
  }
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (Number.parseInt(version, 10) !== major) {
    throw new DatabaseUnavailable(
      'EMBEDDED_FOLDER_OTHER_VERSION',
      `${cluster} was written by PostgreSQL ${version} and this is PostgreSQL ${major}; dump it with pg_dumpall ${version} and restore it, or start the Lyceum that wrote it.`,
    );
  }
  return 'present';
}
