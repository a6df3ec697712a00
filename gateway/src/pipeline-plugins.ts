import type { ApolloServerPlugin } from '@apollo/server';
import { currentSpan, type Metrics, nameOperation, noteErrors } from '@lyceum/telemetry';
import { GraphQLError } from 'graphql';
import type { AccessControl } from './access/access-control.ts';
import type { GatewayContext } from './context.ts';

/** Refuses operations that select what the viewer may not see. */
export function enforceAccess(access: AccessControl): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, contextValue }) {
          if (operation) access.check(document, operation, contextValue.viewer);
        },
      };
    },
  };
}

/** Says where subscriptions go, in place of the planner's error. */
export function pointSubscriptionsToSocket(): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation }) {
          if (operation?.operation !== 'subscription') return;
          throw new GraphQLError(
            'Subscriptions travel over a WebSocket: connect to this address with the protocol graphql-transport-ws.',
            { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } },
          );
        },
      };
    },
  };
}

/** Observes how long each operation took, by type and outcome. */
export function measureRequests({ requests }: Metrics): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      const stop = requests.startTimer();
      return {
        async willSendResponse({ operation, response }) {
          const failed = response.body.kind === 'single' && response.body.singleResult.errors !== undefined;
          stop({ type: operation?.operation ?? 'none', outcome: failed ? 'error' : 'success' });
        },
      };
    },
  };
}

/** Names the span that an operation runs in, and notes on it what went wrong. */
export function traceOperations(): ApolloServerPlugin<GatewayContext> {
  return {
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
}
