import pg from 'pg';
import { connectionFailure } from './connection-failure.ts';
import { DatabaseUnavailable } from './database-unavailable.ts';
import { parseDatabaseServerUrl, withoutPassword } from './database-url.ts';

const oldestMajor = 16;
const connectTimeoutMs = 5_000;

/**
 * Opens one connection outside any pool and checks the server's version. The caller closes it.
 * @throws DatabaseUnavailable if the address is wrong, nothing answers, the login is refused, the database is missing,
 * or the server is older than PostgreSQL 16
 */
export async function connect(url: string, name: string): Promise<pg.Client> {
  parseDatabaseServerUrl(url);
  const client = new pg.Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
  });
  // An idle connection reports its failure here; without a listener the process would exit.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw connectionFailure(error, url);
  }
  try {
    await refuseOldServer(client, url);
  } catch (error) {
    await client.end();
    throw error;
  }
  return client;
}

async function refuseOldServer(client: Pick<pg.Client, 'query'>, url: string): Promise<void> {
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
  const version = rows[0]?.server_version ?? '';
  if (!isSupportedVersion(version)) {
    throw new DatabaseUnavailable(
      'DATABASE_TOO_OLD',
      `${withoutPassword(url)} is PostgreSQL ${version}; Lyceum needs PostgreSQL ${oldestMajor} or newer.`,
    );
  }
}

/** Whether a server with this version string (`16.4 (Debian 16.4-1)`, `17beta1`) is new enough. */
export function isSupportedVersion(version: string): boolean {
  return Number.parseInt(version, 10) >= oldestMajor;
}
