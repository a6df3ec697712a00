import type { ApolloServerPlugin } from '@apollo/server';
import { currentSpan, nameOperation, noteErrors } from '@lyceum/telemetry';
import type { BaseContext } from './definition.ts';

/** Names the span that an operation runs in, and notes on it what went wrong. */
export const tracedOperations: ApolloServerPlugin<BaseContext> = {
  async requestDidStart() {
    const span = currentSpan();
    if (!span) return;
    return {
      async didResolveOperation({ operation, operationName }) {
        if (operation) nameOperation(span, { type: operation.operation, name: operationName ?? undefined });
      },
      async willSendResponse({ response: { body } }) {
        noteErrors(span, body.kind === 'single' ? body.singleResult.errors : undefined);
      },
    };
  },
};
