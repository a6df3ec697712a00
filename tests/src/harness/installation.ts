import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type RunningLyceum, readLyceumEnvironment } from '@lyceum/cli';
import { until } from '@lyceum/testing';
import pg from 'pg';

/** A test's own installation: databases on the test server, and a data folder. */
export interface Installation {
  /** The environment for a process that runs on it. */
  readonly settings: Readonly<Record<string, string>>;
  readonly dataDir: string;
  /** Runs everything in this process, on a free port. */
  launch(): Promise<RunningLyceum>;
  /** Resolves when all outboxes are empty: in a single process, every event has then been applied. */
  eventsCarried(): Promise<void>;
  /** Stops everything in this process, and removes databases and folder. */
  remove(): Promise<void>;
}

/** @param others additional variables */
export async function createInstallation(
  serverUrl: string,
  others: Readonly<Record<string, string>> = {},
): Promise<Installation> {
  const prefix = `test_${randomBytes(6).toString('hex')}_`;
  const dataDir = await makeDataDir();
  const settings = {
    DATABASE_URL: serverUrl,
    DATABASE_PREFIX: prefix,
    LYCEUM_DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'silent',
    ...others,
  };
  const running: RunningLyceum[] = [];
  return {
    settings,
    dataDir,
    async launch() {
      const lyceum = await launch(await readLyceumEnvironment(settings), () => undefined);
      running.push(lyceum);
      return lyceum;
    },
    eventsCarried: () => until(() => outboxesAreEmpty(serverUrl, prefix)),
    async remove() {
      for (const lyceum of running) await lyceum.stop();
      await dropDatabases(serverUrl, prefix);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** An empty folder that the database's user can access. */
export async function makeDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lyceum-installation-'));
  await chmod(folder, 0o711);
  return folder;
}

async function outboxesAreEmpty(serverUrl: string, prefix: string): Promise<boolean> {
  const names = await asClient(serverUrl, (client) => databasesOf(client, prefix));
  const empty = names.map((name) => {
    const url = new URL(serverUrl);
    url.pathname = name;
    return asClient(url.href, async (client) => (await client.query('SELECT 1 FROM outbox LIMIT 1')).rows.length === 0);
  });
  return (await Promise.all(empty)).every((yes) => yes);
}

async function dropDatabases(serverUrl: string, prefix: string): Promise<void> {
  await asClient(serverUrl, async (client) => {
    for (const name of await databasesOf(client, prefix)) {
      await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
    }
  });
}

async function databasesOf(client: pg.Client, prefix: string): Promise<string[]> {
  const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [prefix]);
  return rows.map(({ datname }) => String(datname));
}

async function asClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
