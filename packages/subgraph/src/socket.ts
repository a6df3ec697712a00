import type { Server } from 'node:http';
import type { RequestVerifier } from '@lyceum/auth';
import { type Logger, requestScope } from '@lyceum/telemetry';
import { type ExecutionArgs, type GraphQLError, type GraphQLSchema, parse } from 'graphql';
import { handleProtocols } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { formatError } from './errors.ts';
import type { Caller, SubgraphOperation, SubscribeExtensions } from './local-subgraph.ts';
import type { Operations } from './operations.ts';

interface Prepared {
  readonly operation: SubgraphOperation;
  readonly caller: Caller;
}

/** Serves subscriptions by graphql-ws on the port of the HTTP server. Identity and signature travel with each operation. */
export function serveSubscriptions(
  server: Server,
  options: { operations: Operations; schema: GraphQLSchema; verifier: RequestVerifier | null; log: Logger },
): { close(): Promise<void> } {
  const sockets = new WebSocketServer({ noServer: true, handleProtocols, maxPayload: 2 * 1024 * 1024 });
  server.on('upgrade', (request, socket, head) => {
    if (new URL(request.url ?? '/', 'http://subgraph').pathname !== '/graphql') {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  });
  const start = ({ contextValue }: ExecutionArgs) => {
    const { operation, caller } = contextValue as Prepared;
    return options.operations.subscribe(operation, caller);
  };
  const disposable = useServer(
    {
      async onSubscribe(_context, _id, payload) {
        const { token, signature, requestId, traceparent } = (payload.extensions ?? {}) as SubscribeExtensions;
        const request = requestScope({ requestId, traceparent });
        try {
          await options.verifier?.verify(signature, payload);
          const contextValue: Prepared = { operation: payload, caller: { token, request } };
          return { schema: options.schema, document: parse(payload.query), contextValue };
        } catch (error) {
          return [formatError(error, request, options.log) as GraphQLError];
        }
      },
      execute: start,
      subscribe: start,
    },
    sockets,
    15_000,
  );
  return {
    async close() {
      await disposable.dispose();
      sockets.close();
    },
  };
}
