import { once } from 'node:events';
import { createServer } from 'node:http';
import { AuthenticationError, createRequestVerifier, publicKeys, type SigningKey, signatureHeader } from '@lyceum/auth';
import { afterHeader, type Caller, clientAddressHeader, type SubscribeExtensions } from '@lyceum/subgraph';
import { requestScope } from '@lyceum/telemetry';
import { type ExecutionResult, type FormattedExecutionResult, GraphQLError, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { FakeSubgraph } from './fake-subgraph.ts';

export interface ListeningSubgraph {
  readonly url: URL;
  /** Open sockets from the gateway. */
  readonly sockets: ReadonlySet<{ terminate(): void }>;
  /** Answers every further HTTP request with this status and text, or not at all (`hang`); undefined ends it. */
  disturbance: { readonly status: number; readonly body: string } | 'hang' | undefined;
  stop(): Promise<void>;
}

/** Serves a fake subgraph over HTTP and WebSocket on a free port; it requires the gateway's signature. */
export async function listen(subgraph: FakeSubgraph, key: SigningKey): Promise<ListeningSubgraph> {
  const signatures = createRequestVerifier({ subgraph: subgraph.name, keys: publicKeys([key]) });

  const server = createServer(async (request, response) => {
    const { disturbance } = listening;
    if (disturbance === 'hang') return;
    if (disturbance) return void response.writeHead(disturbance.status).end(disturbance.body);
    if (request.url === '/health/ready') return void response.writeHead(subgraph.healthy ? 200 : 503).end('{}');
    let text = '';
    for await (const chunk of request) text += chunk;
    const operation = JSON.parse(text);
    const send = (status: number, result: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(result));
    try {
      const signature = request.headers[signatureHeader];
      await signatures.verify(typeof signature === 'string' ? signature : undefined, operation);
      const token = request.headers.authorization?.replace('Bearer ', '');
      const {
        'x-request-id': requestId,
        traceparent,
        [afterHeader]: after,
        [clientAddressHeader]: client,
      } = request.headers;
      const scope = requestScope({
        requestId: String(requestId),
        traceparent: String(traceparent),
        clientAddress: String(client),
      });
      const caller = { token, request: scope, ...(after !== undefined && { after: String(after).split(',') }) };
      send(200, await subgraph.execute(operation, caller));
    } catch (error) {
      if (!(error instanceof AuthenticationError)) throw error;
      const { message, code, reason } = error;
      send(401, { errors: [{ message, extensions: { code, reason } }] });
    }
  });

  const webSockets = new WebSocketServer({ server, path: '/graphql' });
  useServer(
    {
      schema: subgraph.schema,
      async onSubscribe(_context, _id, { query, operationName, variables, extensions }) {
        const { signature, token, requestId, traceparent, after } = (extensions ?? {}) as SubscribeExtensions;
        const operation = { query, operationName: operationName ?? undefined, variables: variables ?? undefined };
        try {
          await signatures.verify(signature, operation);
        } catch (error) {
          if (!(error instanceof AuthenticationError)) throw error;
          const { message, code, reason } = error;
          return [new GraphQLError(message, { extensions: { code, reason } })];
        }
        const caller: Caller = { token, request: requestScope({ requestId, traceparent }), ...(after && { after }) };
        return { schema: subgraph.schema, document: parse(query), contextValue: { operation, caller } };
      },
      async subscribe(args) {
        const { operation, caller } = args.contextValue as {
          operation: Parameters<FakeSubgraph['subscribe']>[0];
          caller: Caller;
        };
        return (await subgraph.subscribe(operation, caller)) as ExecutionResult;
      },
      onNext: (_context, _id, _payload, _args, result) => result as FormattedExecutionResult,
      onError: (_context, _id, _payload, errors) => errors.map((error) => error.toJSON()),
    },
    webSockets,
  );

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  const listening: ListeningSubgraph = {
    url: new URL(`http://127.0.0.1:${port}/graphql`),
    sockets: webSockets.clients,
    disturbance: undefined,
    async stop() {
      for (const socket of webSockets.clients) socket.terminate();
      webSockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return listening;
}
