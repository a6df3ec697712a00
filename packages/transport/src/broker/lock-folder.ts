import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrokerUnavailable } from './broker-unavailable.ts';

/**
 * Prevents other processes of this machine from starting a broker in the folder, until the lock is released or this
 * process exits. Kafka's own lock is not enough: a second broker that it refuses deletes the lock file, and a third one
 * can then start.
 *
 * The lock is a listening socket: it cannot outlive its process, and its path is short even if the folder's is long.
 * @returns the function that releases the lock
 * @throws {BrokerUnavailable} FOLDER_IN_USE
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const digest = createHash('sha256')
    .update(await realpath(folder))
    .digest('hex');
  const path = join(tmpdir(), `lyceum-kafka-${digest.slice(0, 24)}.sock`);
  const server = (await listen(path)) ?? (await listenInstead(path));
  if (!server) throw folderInUse();
  server.unref();
  return async () => {
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
}

export function folderInUse(): BrokerUnavailable {
  return new BrokerUnavailable('FOLDER_IN_USE', 'Another Kafka is using this data folder: stop it first.');
}

/** Null if the socket already exists. */
async function listen(path: string): Promise<Server | null> {
  const server = createServer((connection) => connection.destroy()).listen(path);
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return null;
    throw error;
  }
}

/** Replaces the socket of a killed process: it still exists, but nothing answers. */
async function listenInstead(path: string): Promise<Server | null> {
  if (await answers(path)) return null;
  await rm(path, { force: true });
  return listen(path);
}

async function answers(path: string): Promise<boolean> {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
