import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** The process of the embedded PostgreSQL that runs on a data folder. */
export async function embeddedServer(dataDir: string): Promise<{ pid: number; port: number }> {
  const lines = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** Connects as the superuser to a database of the embedded PostgreSQL, beside Lyceum. The caller ends the connection. */
export async function connectEmbedded(dataDir: string, database: string): Promise<pg.Client> {
  const { port } = await embeddedServer(dataDir);
  const password = (await readFile(join(dataDir, 'postgres.password'), 'utf8')).trim();
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database });
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
