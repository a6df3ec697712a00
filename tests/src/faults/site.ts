import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@lyceum/database';
import pg from 'pg';

const databases = ['identity', 'course', 'assessment', 'counter'] as const;
export type DatabaseName = (typeof databases)[number];

/** An installation that faults happen to. */
export interface Site {
  readonly name: string;
  /** Where clients send operations; the same for as long as the site is there, whatever is restarted. */
  readonly url: string;
  /** How long its clients think after each answer, so that there is some processor left to what starts meanwhile. */
  readonly thinkMs: number;
  readonly folder: string;
  readonly postgres: EmbeddedPostgres;
  /** A connection to a database, beside Lyceum. The caller ends it. */
  connect(database: DatabaseName): Promise<pg.Client>;
  /** Ends all of it, whatever of it still runs. */
  stop(): Promise<void>;
  /** Removes its files. */
  remove(): Promise<void>;
}

export type Connections = Readonly<Record<DatabaseName, pg.Client>>;

/** Runs work with a connection to each database. */
export async function withDatabases<Result>(
  site: Pick<Site, 'connect'>,
  work: (connections: Connections) => Promise<Result>,
): Promise<Result> {
  const entries = await Promise.all(databases.map(async (name) => [name, await site.connect(name)] as const));
  const connections = Object.fromEntries(entries) as Connections;
  try {
    return await work(connections);
  } finally {
    await Promise.all(Object.values(connections).map((client) => client.end()));
  }
}

/** What every installation of the harness has: a folder, and a PostgreSQL of its own that can be killed. */
export interface FaultServer {
  readonly folder: string;
  readonly postgres: EmbeddedPostgres;
  readonly settings: Readonly<Record<string, string>>;
  connect: Site['connect'];
  stop(): Promise<void>;
  remove(): Promise<void>;
}

const prefix = 'faults_';

/** @param dataDir where PostgreSQL keeps its files; in the installation's folder unless given */
export async function prepareServer(dataDir?: string): Promise<FaultServer> {
  const folder = await mkdtemp(join(tmpdir(), 'lyceum-faults-'));
  await chmod(folder, 0o711);
  const postgres = await startEmbeddedPostgres({ dataDir: dataDir ?? folder });
  return {
    folder,
    postgres,
    settings: {
      DATABASE_URL: postgres.url,
      DATABASE_PREFIX: prefix,
      LYCEUM_DATA_DIR: folder,
      LOG_LEVEL: 'error',
    },
    async connect(database) {
      const client = new pg.Client({ connectionString: postgres.url.replace(/\/postgres$/, `/${prefix}${database}`) });
      client.on('error', () => undefined);
      await client.connect();
      return client;
    },
    stop: () => postgres.stop(),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
