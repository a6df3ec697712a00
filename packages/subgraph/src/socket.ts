import type { Server } from 'node:http';
import type { RequestVerifier } from '@lyceum/auth';
import { type Logger, requestScope } from '@lyceum/telemetry';
import { type ExecutionArgs, type FormattedExecutionResult, type GraphQLSchema, parse } from 'graphql';
import { handleProtocols, type OperationResult } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { formatError } from './errors.ts';
import { longestMessage, urlOf } from './http.ts';
import type { Caller, SubgraphOperation, SubscribeExtensions } from './local-subgraph.ts';
import type { Operations } from './operations.ts';

/** graphql-ws needs a document to recognise subscriptions; `Operations` parses and checks the real one. */
const someSubscription = parse('subscription { _ }');
/** A client that does not answer the close of its socket within this time is disconnected. */
const closeWithinMs = 2_000;

type Started = FormattedExecutionResult | AsyncIterableIterator<FormattedExecutionResult>;

interface Prepared {
  readonly operation: SubgraphOperation;
  readonly signature: string | undefined;
  readonly caller: Caller;
}

/**
 * Serves subscriptions by graphql-ws on the port of the HTTP server. Token and signature are sent with each operation.
 */
export function serveSubscriptions(
  server: Server,
  options: {
    operations: Pick<Operations, 'subscribe'>;
    schema: GraphQLSchema;
    verifier: RequestVerifier | null;
    log: Logger;
  },
): { close(): Promise<void> } {
  const sockets = new WebSocketServer({ noServer: true, handleProtocols, maxPayload: longestMessage });
  server.on('upgrade', (request, socket, head) => {
    if (urlOf(request)?.pathname !== '/graphql') {
      socket.on('error', () => socket.destroy());
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  });
  const start = async ({ contextValue }: ExecutionArgs): Promise<Started> => {
    const { operation, signature, caller } = contextValue as Prepared;
    try {
      await options.verifier?.verify(signature, operation);
    } catch (error) {
      return { errors: [formatError(error, caller.request, options.log)] };
    }
    return options.operations.subscribe(operation, caller);
  };
  const disposable = useServer(
    {
      onSubscribe(_context, _id, payload) {
        const { token, signature, requestId, traceparent, after } = (payload.extensions ?? {}) as SubscribeExtensions;
        const caller = { token, request: requestScope({ requestId, traceparent }), ...(after && { after }) };
        const contextValue: Prepared = { operation: payload, signature, caller };
        return { schema: options.schema, document: someSubscription, contextValue };
      },
      // Results are sent by `onNext`: their errors are already formatted, and graphql-ws would call `toJSON` on them.
      execute: start as (args: ExecutionArgs) => OperationResult,
      subscribe: start as (args: ExecutionArgs) => OperationResult,
      onNext: (_context, _id, _payload, _args, result) => result as FormattedExecutionResult,
    },
    sockets,
    15_000,
  );
  return {
    async close() {
      const late = setTimeout(() => {
        for (const client of sockets.clients) client.terminate();
      }, closeWithinMs);
      await disposable.dispose();
      clearTimeout(late);
    },
  };
}
