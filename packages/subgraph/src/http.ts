import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { AuthenticationError, type RequestVerifier, signatureHeader } from '@lyceum/auth';
import { type Logger, type Metrics, type RequestScope, requestScope, serializeMetrics } from '@lyceum/telemetry';
import { badUserInput, formatError } from './errors.ts';
import type { SubgraphOperation } from './local-subgraph.ts';
import { type HttpAnswer, json, type Operations } from './operations.ts';

const bodyLimit = 2 * 1024 * 1024;

type Route = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * A subgraph's HTTP server: `POST /graphql` for the gateway, health and metrics for operators, and the domain's own routes.
 * @param verifier null lets anyone call it: for exploring a subgraph alone, in development
 */
export function createHttpServer(options: {
  operations: Operations;
  verifier: RequestVerifier | null;
  routes: ReadonlyMap<string, Route>;
  checkHealth(): Promise<void>;
  metrics: Metrics;
  log: Logger;
}): Server {
  const { operations, verifier, metrics, log } = options;

  async function graphql(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const scope = scopeOf(request);
    let answer: HttpAnswer;
    try {
      const body = await readJson(request);
      await verifier?.verify(header(request, signatureHeader), body);
      answer = await operations.executeHttp(
        { method: request.method ?? 'GET', headers: headersOf(request), search: url.search, body },
        { token: bearerToken(header(request, 'authorization')), request: scope },
      );
    } catch (error) {
      answer = json(error instanceof AuthenticationError ? 401 : 400, { errors: [formatError(error, scope, log)] });
    }
    response.setHeader('x-request-id', scope.requestId);
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
        void serializeMetrics([metrics]).then(({ contentType, body }) =>
          response.writeHead(200, { 'content-type': contentType }).end(body),
        ),
    ],
    ...options.routes,
  ]);

  return createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://subgraph');
    const route = routes.get(url.pathname);
    if (route) route(request, response, url);
    else respond(response, 404, { error: `There is nothing at ${url.pathname}: the API is at /graphql.` });
  });
}

/** Answers JSON. */
export function respond(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

/** The token of an `Authorization: Bearer …` header. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return authorization?.match(/^Bearer +(\S+)$/i)?.[1];
}

function scopeOf(request: IncomingMessage): RequestScope {
  return requestScope({ requestId: header(request, 'x-request-id'), traceparent: header(request, 'traceparent') });
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

async function readJson(request: IncomingMessage): Promise<SubgraphOperation> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > bodyLimit) throw badUserInput('body', `is larger than ${bodyLimit} bytes`);
    chunks.push(chunk);
  }
  let body: unknown;
  try {
    body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw badUserInput('body', 'expected JSON: {"query": "…", "variables": {…}}');
  }
  if (typeof body !== 'object' || body === null || typeof (body as { query?: unknown }).query !== 'string') {
    throw badUserInput('body', 'expected JSON: {"query": "…", "variables": {…}}');
  }
  return body as SubgraphOperation;
}
