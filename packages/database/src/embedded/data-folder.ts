import { createHash } from 'node:crypto';
import { access, chmod, constants, mkdir, readdir, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DatabaseUnavailable } from '../database-unavailable.ts';
import { errorCode } from '../error-code.ts';
import { canReach, isRoot, type SystemUser, serverUser } from './system-user.ts';

/** The standard place for services' state: root can write it and everyone can enter it. */
const systemStateFolder = '/var/lib/lyceum';

export interface DataFolder {
  /** The path actually used. */
  path: string;
  /** PostgreSQL's data folder. */
  cluster: string;
  /** The user that the server runs as. */
  user: SystemUser | undefined;
}

/**
 * Chooses and creates the folder for the cluster. If this process is root, the server runs as another user. If that
 * user cannot enter `dataDir` (because it is below a home directory with mode 700), a folder in `/var/lib/lyceum` named
 * after the path is used instead, and reported to `onProgress`. An existing cluster always takes precedence, so that a
 * change of permissions never makes an installation look empty.
 * @throws DatabaseUnavailable if no folder can be written
 */
export async function chooseDataFolder(
  dataDir: string,
  onProgress: (text: string) => void,
  stateFolder = systemStateFolder,
): Promise<DataFolder> {
  const wanted = await create(resolve(dataDir));
  const folder = await describe(wanted);
  if (!isRoot()) return folder;

  const instead = join(stateFolder, createHash('sha256').update(wanted).digest('hex').slice(0, 16));
  const exists = await hasCluster(folder.cluster);
  const reachable = await canReach(wanted, folder.user);
  if (exists && !reachable) {
    throw new DatabaseUnavailable(
      'EMBEDDED_FOLDER_UNREACHABLE',
      `The database in ${wanted} cannot be reached by the user that PostgreSQL runs as (${folder.user?.name}); make the folders above it accessible (chmod o+x).`,
    );
  }
  if (exists || (reachable && !(await hasCluster(join(instead, 'postgres'))))) return folder;

  if (!reachable) {
    onProgress(
      `The database's user (${folder.user?.name}) cannot enter ${wanted}; its files are kept in ${instead} instead.`,
    );
  } else {
    onProgress(`Using ${instead} for the database of ${wanted}.`);
  }
  const path = await create(instead);
  await Promise.all([stateFolder, path].map((folder) => chmod(folder, 0o755)));
  return describe(path);
}

async function describe(path: string): Promise<DataFolder> {
  const cluster = join(path, 'postgres');
  return { path, cluster, user: await serverUser(cluster) };
}

/** The folder's real path. */
async function create(path: string): Promise<string> {
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK | constants.X_OK);
    return await realpath(path);
  } catch (error) {
    throw unwritable(path, error);
  }
}

async function hasCluster(cluster: string): Promise<boolean> {
  const names = await readdir(cluster).catch(() => []);
  return names.length > 0;
}

/** The error for a folder that cannot be created or written. */
export function unwritable(path: string, cause: unknown): DatabaseUnavailable {
  const reasons: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the file system is read-only',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'a part of the path is a file',
    EEXIST: 'it is a file',
  };
  const code = errorCode(cause) ?? '';
  return new DatabaseUnavailable(
    'EMBEDDED_FOLDER_UNWRITABLE',
    `The data folder ${path} cannot be written (${reasons[code] ?? (code || 'unknown reason')}); change its permissions or choose another with LYCEUM_DATA_DIR.`,
    { cause },
  );
}
