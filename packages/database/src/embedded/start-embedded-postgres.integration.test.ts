import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './start-embedded-postgres.ts';
import { isRoot } from './system-user.ts';

const nobody = 65_534;
/** A fresh cluster that most tests copy. */
let template: string;
let base: string;
const running = new Set<EmbeddedPostgres>();
const children = new Set<ChildProcess>();

beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), 'lyceum-embedded-template-'));
  await chmod(template, 0o755);
  await (await startEmbeddedPostgres({ dataDir: join(template, 'data'), durable: false })).stop();
});

afterAll(() => rm(template, { recursive: true, force: true }));

beforeEach(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'lyceum-embedded-')));
  await chmod(base, 0o755);
});

afterEach(async () => {
  await Promise.all([...running].map((server) => server.stop()));
  running.clear();
  for (const child of children) {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  }
  children.clear();
  await rm(base, { recursive: true, force: true });
});

async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir: join(base, 'data'), durable: false, ...options });
  running.add(server);
  return server;
}

/** Starts on an existing database. */
async function startExisting(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const { dataDir = join(base, 'data') } = options;
  // cp -a, to keep the files' owner.
  await promisify(execFile)('cp', ['-a', join(template, 'data'), dataDir]);
  return start({ ...options, dataDir });
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A program of the server's user that is not PostgreSQL. */
async function startStranger(): Promise<number> {
  const child = spawn('sleep', ['60'], { stdio: 'ignore', ...(isRoot() && { uid: nobody, gid: nobody }) });
  children.add(child);
  await once(child, 'spawn');
  return child.pid ?? 0;
}

/** Runs as a user without rights to others' files, if this process is root. */
async function withoutRootRights<T>(run: () => Promise<T>): Promise<T> {
  if (!isRoot()) return run();
  process.seteuid?.(nobody);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}

test('creates the database at the first start and keeps its data for the next', async () => {
  const first = await start({ durable: true });
  expect(first.url).toMatch(/^postgres:\/\/postgres:[\w-]{32}@127\.0\.0\.1:\d+\/postgres$/);
  expect(first.dataDir).toBe(join(base, 'data'));
  await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  expect((await stat(join(base, 'data/postgres.password'))).mode & 0o777).toBe(0o600);
  expect((await readdir(join(base, 'data'))).sort()).toEqual(['postgres', 'postgres.password']);
  await first.stop();
  await first.stop();
  await expect(query(first.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });

  const second = await start({ durable: true });
  expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
});

test('stores text as UTF-8, keeps time in UTC, and syncs to disk unless told otherwise', async () => {
  const settings = `SELECT current_setting('server_encoding') AS encoding, current_setting('timezone') AS zone,
    current_setting('fsync') AS fsync, (SELECT datlocale FROM pg_database WHERE datname = 'postgres') AS locale`;
  const durable = await startExisting({ durable: true });
  expect(await query(durable.url, settings)).toEqual([
    { encoding: 'UTF8', zone: 'UTC', fsync: 'on', locale: 'C.UTF-8' },
  ]);
  await durable.stop();
  const fast = await start({ durable: false });
  expect(await query(fast.url, settings)).toMatchObject([{ fsync: 'off' }]);
});

test('lets nobody in without the password', async () => {
  const url = new URL((await startExisting()).url);
  url.password = 'guess';
  await expect(query(url.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
});

test('refuses a port that another program uses, and uses it once it is free', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  await expect(startExisting({ port })).rejects.toMatchObject({
    code: 'EMBEDDED_PORT_IN_USE',
    message: expect.stringContaining(`Port ${port} `),
  });
  other.close();
  await once(other, 'close');
  expect(new URL((await start({ port })).url).port).toBe(String(port));
});

test('refuses a folder whose server is alive, and leaves that server alone', async () => {
  const first = await startExisting();
  await expect(start()).rejects.toMatchObject({
    code: 'EMBEDDED_FOLDER_IN_USE',
    message: expect.stringMatching(/^Another Lyceum is using .*; stop it first/),
  });
  expect(await query(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('lets one of two first starts at once win and tells the other why not', async () => {
  const outcomes = await Promise.allSettled([start(), start()]);
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  expect(failures).toEqual([expect.objectContaining({ code: 'EMBEDDED_FOLDER_IN_USE' })]);
  const [winner] = running;
  expect(await query(winner?.url ?? '', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect((await readdir(join(base, 'data'))).sort()).toEqual(['postgres', 'postgres.password']);
});

test('starts over a postmaster.pid whose process is gone or is another program', async () => {
  const first = await startExisting();
  await first.stop();
  const file = join(base, 'data/postgres/postmaster.pid');
  const owner = await stat(join(base, 'data/postgres'));
  for (const pid of [2 ** 31 - 2, await startStranger()]) {
    const lines = [pid, join(base, 'data/postgres'), 1_700_000_000, 5432, '', '127.0.0.1', '  1 1', 'ready   ', ''];
    await writeFile(file, lines.join('\n'), { mode: 0o600 });
    if (isRoot()) await chown(file, owner.uid, owner.gid);
    const server = await start();
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
  }
});

test('refuses a folder that cannot be written', async () => {
  await mkdir(join(base, 'locked'), { mode: 0o555 });
  const failure = withoutRootRights(() => start({ dataDir: join(base, 'locked/data') }));
  await expect(failure).rejects.toMatchObject({
    code: 'EMBEDDED_FOLDER_UNWRITABLE',
    message: `The data folder ${join(base, 'locked/data')} cannot be written (permission denied); change its permissions or choose another with LYCEUM_DATA_DIR.`,
  });
});

test('refuses a path that leads through a file', async () => {
  await writeFile(join(base, 'file'), '');
  await expect(start({ dataDir: join(base, 'file') })).rejects.toMatchObject({ code: 'EMBEDDED_FOLDER_UNWRITABLE' });
  await expect(start({ dataDir: join(base, 'file/data') })).rejects.toMatchObject({
    code: 'EMBEDDED_FOLDER_UNWRITABLE',
    message: expect.stringContaining('a part of the path is a file'),
  });
});

test('refuses a folder with files that are not a database, and deletes nothing', async () => {
  await mkdir(join(base, 'data/postgres'), { recursive: true });
  await writeFile(join(base, 'data/postgres/thesis.txt'), 'three years of work');
  await expect(start()).rejects.toMatchObject({
    code: 'EMBEDDED_FOLDER_NOT_OURS',
    message: expect.stringContaining('move them away'),
  });
  expect(await readFile(join(base, 'data/postgres/thesis.txt'), 'utf8')).toBe('three years of work');
});

test('refuses the database of another PostgreSQL major version', async () => {
  await mkdir(join(base, 'data/postgres'), { recursive: true });
  await writeFile(join(base, 'data/postgres/PG_VERSION'), '15\n');
  await expect(start()).rejects.toMatchObject({
    code: 'EMBEDDED_FOLDER_OTHER_VERSION',
    message: expect.stringContaining('was written by PostgreSQL 15 and this is PostgreSQL 18'),
  });
});

test('sweeps what an interrupted first start left behind, and keeps what another is still writing', async () => {
  const alive = `postgres.initialising-${await startStranger()}-0a0a0a0a`;
  for (const name of ['postgres.initialising-2147483646-0b0b0b0b', alive]) {
    await mkdir(join(base, 'data', name, 'cluster'), { recursive: true });
    await writeFile(join(base, 'data', name, 'cluster/PG_VERSION'), '18\n');
  }
  await start();
  expect((await readdir(join(base, 'data'))).sort()).toEqual(['postgres', alive, 'postgres.password'].sort());
});

test('makes a new password when the file that held it was lost or is empty', async () => {
  const first = await startExisting();
  await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await first.stop();
  await rm(join(base, 'data/postgres.password'));
  const second = await start();
  expect(second.url).not.toContain(new URL(first.url).password);
  expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  await second.stop();
  await writeFile(join(base, 'data/postgres.password'), '');
  const third = await start();
  expect(await query(third.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
});

test("repeats PostgreSQL's own words when a damaged database does not start", async () => {
  const first = await startExisting();
  await first.stop();
  await rm(join(base, 'data/postgres/global/pg_control'));
  await expect(start()).rejects.toMatchObject({
    code: 'EMBEDDED_START_FAILED',
    message: expect.stringMatching(
      /^PostgreSQL could not start in .*: .*(could not find the database system|pg_control)/,
    ),
  });
});

test("uses the system's state folder when root's folder is closed to the database's user", async () => {
  const home = join(base, 'home');
  await mkdir(home, { mode: 0o700 });
  const told: string[] = [];
  const options = { dataDir: join(home, 'data'), onProgress: (text: string) => told.push(text) };
  const first = await start(options);
  if (!isRoot()) {
    expect(first.dataDir).toBe(join(home, 'data'));
    return;
  }
  try {
    expect(first.dataDir).toMatch(/^\/var\/lib\/lyceum\/[0-9a-f]{16}$/);
    expect(told).toContainEqual(
      `The database's user (nobody) cannot enter ${join(home, 'data')}; its files are kept in ${first.dataDir} instead.`,
    );
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();

    // Opening the folder's permissions later must not make the installation look empty.
    await chmod(home, 0o755);
    const second = await start(options);
    expect(second.dataDir).toBe(first.dataDir);
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  } finally {
    await rm(first.dataDir, { recursive: true, force: true });
    // Another installation's folder is left alone.
    await rmdir('/var/lib/lyceum').catch(() => undefined);
  }
});

test('does not begin an empty database where an existing one was closed to its user', async () => {
  const home = join(base, 'home');
  await mkdir(home, { mode: 0o755 });
  const first = await startExisting({ dataDir: join(home, 'data') });
  await first.stop();
  await chmod(home, 0o700);
  const again = start({ dataDir: join(home, 'data') });
  if (isRoot()) {
    await expect(again).rejects.toMatchObject({
      code: 'EMBEDDED_FOLDER_UNREACHABLE',
      message: expect.stringContaining('chmod o+x'),
    });
  } else {
    expect((await again).dataDir).toBe(join(home, 'data'));
  }
});
