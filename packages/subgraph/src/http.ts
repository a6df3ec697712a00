import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type RequestVerifier, signatureHeader } from '@lyceum/auth';
import { type Logger, type Metrics, type RequestScope, requestScope, serializeMetrics } from '@lyceum/telemetry';
import { GraphQLError } from 'graphql';
import { badUserInput, formatError } from './errors.ts';
import { type HttpAnswer, type HttpOperations, refusal } from './http-operations.ts';
import type { SubgraphOperation } from './local-subgraph.ts';
import { afterHeader } from './read-your-writes.ts';

/** The header with which the gateway sends the network address of its client. */
export const clientAddressHeader = 'x-lyceum-client-address';

/** Bytes of an operation: more than the gateway accepts from a client, since it adds the text of its plan. */
export const longestMessage = 6 * 1024 * 1024;

/** The milliseconds left to the gateway's operation when it sends the request. */
export const timeoutHeader = 'x-timeout-ms';

type Route = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * A subgraph's HTTP server: `POST /graphql` for the gateway, health and metrics for operators, and the domain's own
 * routes.
 * @param verifier null lets anyone call it: for exploring a standalone subgraph in development
 */
export function createHttpServer(options: {
  operations: HttpOperations;
  verifier: RequestVerifier | null;
  routes: ReadonlyMap<string, Route>;
  checkHealth(): Promise<void>;
  metrics: readonly Metrics[];
  log: Logger;
}): Server {
  const { operations, verifier, metrics, log } = options;

  async function graphql(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const scope = scopeOf(request);
    let answer: HttpAnswer;
    try {
      // With GET the operation would be in the URL, which the signature does not cover.
      if (request.method !== 'POST') throw new RequestRefused(405, 'Send operations with POST, as JSON.');
      const body = await readJson(request);
      await verifier?.verify(header(request, signatureHeader), body);
      const after = header(request, afterHeader);
      answer = await operations.execute(
        { method: 'POST', headers: headersOf(request), search: url.search, body },
        {
          token: bearerToken(header(request, 'authorization')),
          request: scope,
          ...(after && { after: after.split(',') }),
        },
        { signal: closedSignal(response), timeoutMs: timeoutOf(request) },
      );
    } catch (error) {
      if (request.errored) return; // The client has disconnected.
      answer = refusal(formatError(error, scope, log), error instanceof RequestRefused ? error.status : undefined);
    }
    response.setHeader('x-request-id', scope.requestId);
    // A stopping server would otherwise wait for the connection to be reused.
    if (!server.listening) response.setHeader('connection', 'close');
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    response.writeHead(answer.status).end(answer.body);
  }

  const routes = new Map<string, (request: IncomingMessage, response: ServerResponse, url: URL) => void>([
    ['/graphql', (request, response, url) => void graphql(request, response, url)],
    ['/health/live', (_request, response) => respond(response, 200, { status: 'live' })],
    [
      '/health/ready',
      (_request, response) =>
        void options.checkHealth().then(
          () => respond(response, 200, { status: 'ready' }),
          () => respond(response, 503, { status: 'not ready' }),
        ),
    ],
    [
      '/metrics',
      (_request, response) =>
        void serializeMetrics(metrics).then(({ contentType, body }) =>
          response.writeHead(200, { 'content-type': contentType }).end(body),
        ),
    ],
    ...options.routes,
  ]);

  const server = createServer((request, response) => {
    const url = urlOf(request);
    const route = url && routes.get(url.pathname);
    if (!route) {
      respond(response, 404, { error: `There is nothing at ${url?.pathname ?? request.url}: the API is at /graphql.` });
      return;
    }
    try {
      route(request, response, url);
    } catch (error) {
      log.error({ err: error, path: url.pathname }, 'a route failed');
      if (!response.headersSent) respond(response, 500, { error: 'Something went wrong on our side.' });
      else response.destroy();
    }
  });
  return server;
}

/** The URL of a request; undefined if it is invalid (`//`, for instance). */
export function urlOf({ url = '/' }: IncomingMessage): URL | undefined {
  const base = 'http://subgraph';
  return URL.canParse(url, base) ? new URL(url, base) : undefined;
}

/** A request refused with a specific HTTP status. */
class RequestRefused extends GraphQLError {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message, { extensions: { code: 'BAD_REQUEST' } });
  }
}

/** Sends JSON. */
export function respond(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

/** The token of an `Authorization: Bearer …` header. */
function bearerToken(authorization: string | undefined): string | undefined {
  return authorization?.match(/^Bearer +(\S+)$/i)?.[1];
}

/** Aborts when the connection closes, since nobody will read the answer. */
function closedSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}

function timeoutOf(request: IncomingMessage): number | undefined {
  const text = header(request, timeoutHeader);
  return text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}

function scopeOf(request: IncomingMessage): RequestScope {
  return requestScope({
    requestId: header(request, 'x-request-id'),
    traceparent: header(request, 'traceparent'),
    clientAddress: header(request, clientAddressHeader) ?? request.socket.remoteAddress,
  });
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function* headersOf(request: IncomingMessage): Generator<[string, string]> {
  for (const name of Object.keys(request.headers)) {
    const value = header(request, name);
    if (value !== undefined) yield [name, value];
  }
}

/**
 * Reads a body that is too large to its end too, without storing it: a client that is still sending would miss the
 * answer.
 */
async function readJson(request: IncomingMessage): Promise<SubgraphOperation> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= longestMessage) chunks.push(chunk);
  }
  if (size > longestMessage) throw new RequestRefused(413, `The body is larger than ${longestMessage} bytes.`);
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    throw badUserInput('body', 'expected JSON in UTF-8: {"query": "…", "variables": {…}}');
  }
  if (typeof body !== 'object' || body === null || typeof (body as { query?: unknown }).query !== 'string') {
    throw badUserInput('body', 'expected JSON: {"query": "…", "variables": {…}}');
  }
  return body as SubgraphOperation;
}
