import type {} from './global-setup.ts';

/** Ends the servers that the setup started. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.lyceumTestServers?.stop();
}
