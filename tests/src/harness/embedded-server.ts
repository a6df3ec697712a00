import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseUrl, findEmbeddedPostgres } from '@lyceum/database';
import pg from 'pg';

/** The process of the embedded PostgreSQL running on a data folder. */
export async function embeddedServer(dataDir: string): Promise<{ pid: number }> {
  const [pid] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  return { pid: Number(pid) };
}

/**
 * Connects as the superuser to a database of the embedded PostgreSQL, beside Lyceum. The caller ends the connection.
 */
export async function connectEmbedded(dataDir: string, database: string): Promise<pg.Client> {
  const found = await findEmbeddedPostgres(dataDir);
  if (found.state !== 'running') throw new Error(`The PostgreSQL of ${dataDir} is ${found.state}`);
  const client = new pg.Client({ connectionString: databaseUrl(found.url, database) });
  await client.connect();
  return client;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
