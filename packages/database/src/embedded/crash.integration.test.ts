import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { until } from '@lyceum/testing';
import pg from 'pg';
import { readPostmasterFile } from './postmaster-file.ts';
import { processInfo } from './process-info.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts';

/** A fresh cluster to copy, so that initdb runs only once. */
let template: string;
let base: string;
let server: EmbeddedPostgres | undefined;
let child: ChildProcess | undefined;

beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), 'lyceum-crash-template-'));
  await chmod(template, 0o755);
  await (await startEmbeddedPostgres({ dataDir: template, durable: false })).stop();
});

afterAll(() => rm(template, { recursive: true, force: true }));

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'lyceum-crash-'));
  // cp -a, to keep the files' owner.
  await promisify(execFile)('cp', ['-a', `${template}/.`, base]);
});

afterEach(async () => {
  child?.kill('SIGKILL');
  await server?.stop();
  server = undefined;
  await rm(base, { recursive: true, force: true });
});

/** Starts a server and writes numbered rows one by one; prints each number after its commit. */
const program = `
  const swc = require('@swc/core');
  require.extensions['.ts'] = (module, file) => {
    const { code } = swc.transformFileSync(file, {
      swcrc: false,
      module: { type: 'commonjs' },
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    });
    module._compile(code, file);
  };
  const { startEmbeddedPostgres } = require('./start-embedded-postgres.ts');
  const pg = require('pg');
  (async () => {
    const server = await startEmbeddedPostgres({ dataDir: process.argv[1] });
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query('CREATE TABLE entry (id integer PRIMARY KEY)');
    for (let id = 1; ; id += 1) {
      await client.query('INSERT INTO entry VALUES ($1)', [id]);
      console.log(id);
    }
  })();
`;

/** Runs the program until it has committed some rows. */
async function startWriter(): Promise<{ pid: number; acknowledged: () => number }> {
  child = spawn(process.execPath, ['-e', program, base], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout || child.pid === undefined) throw new TypeError('the child has no stdout');
  let last = 0;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    last = Number(line);
  });
  while (last < 20) await once(lines, 'line');
  return { pid: child.pid, acknowledged: () => last };
}

async function killWriter(): Promise<void> {
  if (!child) return;
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

async function postmaster(): Promise<{ pid: number; shell: number }> {
  const pid = (await readPostmasterFile(join(base, 'postgres')))?.pid ?? 0;
  return { pid, shell: (await processInfo(pid))?.parent ?? 0 };
}

async function committedRows(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: string }>('SELECT count(*) FROM entry');
    return Number(rows[0]?.count);
  } finally {
    await client.end();
  }
}

test('the server ends by itself when its process is killed, and what was committed is there at the next start', async () => {
  const writer = await startWriter();
  const { pid } = await postmaster();
  await killWriter();
  await until(async () => (await processInfo(pid)) === undefined);
  server = await startEmbeddedPostgres({ dataDir: base });
  expect(await committedRows(server.url)).toBeGreaterThanOrEqual(writer.acknowledged());
});

test('a start right after the kill waits for the old server to end', async () => {
  const writer = await startWriter();
  await killWriter();
  server = await startEmbeddedPostgres({ dataDir: base });
  expect(await committedRows(server.url)).toBeGreaterThanOrEqual(writer.acknowledged());
});

test('recovers what was committed after everything was killed at once', async () => {
  const writer = await startWriter();
  const { pid, shell } = await postmaster();
  process.kill(shell, 'SIGKILL');
  process.kill(pid, 'SIGKILL');
  await killWriter();
  expect(await readFile(join(base, 'postgres/postmaster.pid'), 'utf8')).toContain(String(pid));
  const told: string[] = [];
  server = await startEmbeddedPostgres({ dataDir: base, onProgress: (text) => told.push(text) });
  expect(told).toContain('PostgreSQL is recovering from an unclean shutdown.');
  expect(await committedRows(server.url)).toBeGreaterThanOrEqual(writer.acknowledged());
});

test('stops an orphaned server, and replaces it', async () => {
  const writer = await startWriter();
  const { pid, shell } = await postmaster();
  process.kill(shell, 'SIGKILL');
  await killWriter();
  expect(await processInfo(pid)).toBeDefined();
  server = await startEmbeddedPostgres({ dataDir: base });
  expect(await processInfo(pid)).toBeUndefined();
  expect(await committedRows(server.url)).toBeGreaterThanOrEqual(writer.acknowledged());
});

test('starts the server again on the same port when it dies', async () => {
  const told: string[] = [];
  server = await startEmbeddedPostgres({ dataDir: base, onProgress: (text) => told.push(text) });
  const { url } = server;
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('CREATE TABLE entry AS SELECT generate_series(1, 3) AS id');
  process.kill((await postmaster()).pid, 'SIGKILL');
  await until(async () => (await committedRows(url).catch(() => 0)) === 3);
  expect(told).toContain('PostgreSQL exited unexpectedly; restarting it.');
  await client.end().catch(() => undefined);
});

test('starts the server again when only the shell that watches it is killed, and can still stop it', async () => {
  const told: string[] = [];
  server = await startEmbeddedPostgres({ dataDir: base, onProgress: (text) => told.push(text) });
  const before = await postmaster();
  process.kill(before.shell, 'SIGKILL');
  await until(async () => ![0, before.pid].includes((await postmaster()).pid));
  expect(told).toContain('PostgreSQL exited unexpectedly; restarting it.');
  const { pid } = await postmaster();
  await server.stop();
  expect(await processInfo(pid)).toBeUndefined();
});
