import { rm } from 'node:fs/promises';
import { takeBrokerDesk, takeTestServer } from './test-server.ts';

/** Ends the servers that the run started and removes their files. */
export default async function globalTeardown(): Promise<void> {
  await takeBrokerDesk()?.close();
  const started = takeTestServer();
  if (!started) return;
  await started.server.stop();
  for (const folder of [started.folder, started.server.dataDir]) await rm(folder, { recursive: true, force: true });
}
