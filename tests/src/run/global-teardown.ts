import type {} from './global-setup.ts';

/** Stops the servers started by the setup. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.lyceumTestServers?.stop();
}
