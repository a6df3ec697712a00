import { setTimeout } from 'node:timers/promises';
import { DatabaseUnavailable } from '../database-unavailable.ts';
import { errorText } from '../error-code.ts';
import { type LaunchOptions, launch } from './launch.ts';
import type { PipedProcess } from './piped-process.ts';

const mostRestarts = 5;
const withinMs = 60_000;
const portRetryMs = 50;
const portPatienceMs = 10_000;

/**
 * Restarts the server on the same port if it exits without being stopped, so that connection pools recover. Gives up,
 * with a message, after five exits within a minute.
 */
export function keepRunning(first: PipedProcess, options: LaunchOptions, port: number): { stop(): Promise<void> } {
  const { onProgress } = options;
  let current = first;
  let stopping = false;

  const watch = async (): Promise<void> => {
    let ends: number[] = [];
    for (;;) {
      await current.ended;
      if (stopping) return;
      ends = [...ends.filter((time) => Date.now() - time < withinMs), Date.now()];
      if (ends.length > mostRestarts) {
        onProgress(
          `PostgreSQL exited ${ends.length} times within a minute and is not restarted: ${current.log.reason}`,
        );
        return;
      }
      onProgress('PostgreSQL exited unexpectedly; restarting it.');
      try {
        current = await launchOnPort(options, port, () => stopping);
      } catch (error) {
        onProgress(errorText(error));
        return;
      }
      if (stopping) await current.end();
    }
  };
  const watching = watch();

  return {
    stop: async () => {
      stopping = true;
      await current.end();
      await watching;
    },
  };
}

/** The sessions of the previous server may hold the port a moment longer. */
async function launchOnPort(options: LaunchOptions, port: number, givenUp: () => boolean): Promise<PipedProcess> {
  const since = Date.now();
  for (;;) {
    try {
      return await launch(options, port);
    } catch (error) {
      const busy = error instanceof DatabaseUnavailable && error.code === 'EMBEDDED_PORT_IN_USE';
      if (!busy || givenUp() || Date.now() - since > portPatienceMs) throw error;
      await setTimeout(portRetryMs);
    }
  }
}
