import pg from 'pg';
import { connect } from './connect.ts';
import { DatabaseUnavailable } from './database-unavailable.ts';
import { databaseUrl, withoutPassword } from './database-url.ts';
import { errorCode } from './error-code.ts';

export interface EnsureDatabaseOptions {
  /** An existing database of the server, and a user who may create databases unless `database` exists. */
  serverUrl: string;
  database: string;
}

// 42P04: it exists; 23505: another session is creating it now.
const alreadyThere = new Set(['42P04', '23505']);

/**
 * Creates a database (UTF-8) unless it exists, and returns its address. Safe to call concurrently.
 * @throws DatabaseUnavailable if the server cannot be used or the user may not create databases
 * @example const url = await ensureDatabase({ serverUrl: server.url, database: 'identity' });
 */
export async function ensureDatabase({ serverUrl, database }: EnsureDatabaseOptions): Promise<string> {
  const client = await connect(serverUrl, 'ensure-database');
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await create(client, serverUrl, database);
  } finally {
    await client.end();
  }
  return databaseUrl(serverUrl, database);
}

async function create(client: pg.Client, serverUrl: string, database: string): Promise<void> {
  try {
    // template0, because nobody can be connected to it and it accepts any encoding.
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)} TEMPLATE template0 ENCODING 'UTF8'`);
  } catch (error) {
    const code = errorCode(error);
    if (code !== undefined && alreadyThere.has(code)) return;
    if (code === '42501') {
      throw new DatabaseUnavailable(
        'DATABASE_PERMISSION_MISSING',
        `The user of ${withoutPassword(serverUrl)} may not create the database "${database}"; create it yourself or grant CREATEDB.`,
        { cause: error },
      );
    }
    throw error;
  }
}
