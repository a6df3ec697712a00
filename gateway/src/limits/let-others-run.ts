import { setImmediate } from 'node:timers/promises';
import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../context.ts';

/** Resolves after one turn of the event loop. */
export function letOthersRun(): Promise<void> {
  return setImmediate();
}

/**
 * Lets other requests run between the validation and the planning of an operation: for the largest documents each may
 * take a tenth of a second, and neither can be interrupted.
 */
export function letOthersRunBeforePlanning(): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return { didResolveOperation: letOthersRun };
    },
  };
}
