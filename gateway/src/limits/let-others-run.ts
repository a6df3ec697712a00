import { setImmediate } from 'node:timers/promises';
import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../context.ts';

/** Resolves once whatever else waits for this process has had its turn. */
export function letOthersRun(): Promise<void> {
  return setImmediate();
}

/**
 * Lets other requests run between the validation and the planning of an operation: each may take a tenth of a second for
 * the largest documents, and neither can be interrupted.
 */
export function letOthersRunBeforePlanning(): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return { didResolveOperation: letOthersRun };
    },
  };
}
