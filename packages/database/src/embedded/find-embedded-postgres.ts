import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseDataFolder } from './data-folder.ts';
import { readOrCreatePassword } from './password-file.ts';
import { findServer } from './postmaster-file.ts';

/** The state of a data folder. */
export type FoundPostgres =
  | { readonly state: 'absent' }
  /** A cluster that is not running; `startEmbeddedPostgres` starts it. */
  | { readonly state: 'stopped' }
  /** The superuser's address, as returned by the `startEmbeddedPostgres` that runs it. */
  | { readonly state: 'running'; readonly url: string };

/** Finds the embedded PostgreSQL of a data folder, for a program beside a Lyceum that may be running on it. */
export async function findEmbeddedPostgres(
  dataDir: string,
  onProgress: (text: string) => void = () => undefined,
): Promise<FoundPostgres> {
  if (!(await exists(dataDir))) return { state: 'absent' };
  const folder = await chooseDataFolder(dataDir, onProgress);
  if (!(await exists(join(folder.cluster, 'PG_VERSION')))) return { state: 'absent' };
  const owner = await findServer(folder.cluster);
  if (owner.kind !== 'server' || owner.orphan || owner.status === 'stopping') return { state: 'stopped' };
  const { password } = await readOrCreatePassword(folder.path);
  return { state: 'running', url: `postgres://postgres:${password}@127.0.0.1:${owner.port}/postgres` };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
