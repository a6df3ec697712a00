import { rm } from 'node:fs/promises';
import { takeTestServer } from './test-server.ts';

/** Ends the server that the global setup started and removes its files. */
export default async function globalTeardown(): Promise<void> {
  const started = takeTestServer();
  if (!started) return;
  await started.server.stop();
  for (const folder of [started.folder, started.server.dataDir]) await rm(folder, { recursive: true, force: true });
}
