import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type Logger, type RequestScope, requestScope, runInRequest } from '@lyceum/telemetry';
import { allowOrigin, answerPreflight } from './cors.ts';
import { respondError } from './respond.ts';

export interface Route {
  readonly methods: readonly string[];
  handle(request: IncomingMessage, response: ServerResponse, scope: RequestScope): void | Promise<void>;
}

/**
 * Creates the listener of the gateway's HTTP server: it assigns every request an id, answers preflights, and dispatches
 * by path; a route ending in `/` serves everything below it.
 */
export function createRouter(options: {
  routes: ReadonlyMap<string, Route>;
  isAllowedOrigin(request: IncomingMessage): boolean;
  /** The client's network address. */
  addressOf(request: IncomingMessage): string | undefined;
  isStopping(): boolean;
  log: Logger;
}): RequestListener {
  const { routes, log } = options;
  const folders = [...routes].filter(([path]) => path.endsWith('/') && path !== '/');

  function routeOf(path: string): Route | undefined {
    return routes.get(path) ?? folders.find(([folder]) => path.startsWith(folder))?.[1];
  }

  async function dispatch(request: IncomingMessage, response: ServerResponse, scope: RequestScope): Promise<void> {
    const path = (request.url ?? '/').replace(/\?.*$/s, '');
    const route = routeOf(path);
    if (!route) return respondError(response, 404, 'NOT_FOUND', `There is nothing at ${path}. The API is at /graphql.`);
    if (request.method === 'OPTIONS') {
      return answerPreflight(request, response, options.isAllowedOrigin(request));
    }
    if (!route.methods.includes(request.method ?? '')) {
      const allow = route.methods.join(', ');
      const message = `${path} answers ${allow}, not ${request.method}.`;
      return respondError(response, 405, 'METHOD_NOT_ALLOWED', message, { allow });
    }
    await route.handle(request, response, scope);
  }

  return (request, response) => {
    const scope = requestScope({
      requestId: single(request.headers['x-request-id']),
      traceparent: single(request.headers.traceparent),
      clientAddress: options.addressOf(request),
    });
    response.setHeader('x-request-id', scope.requestId);
    response.setHeader('vary', 'Origin');
    response.once('finish', () => {
      // A kept-alive connection would delay the stop until its client closes it.
      if (options.isStopping()) request.socket.end();
    });
    if (options.isAllowedOrigin(request)) allowOrigin(request, response);
    runInRequest(scope, () => dispatch(request, response, scope)).catch((error) => {
      if (request.destroyed && !request.complete) return;
      log.error({ err: error, requestId: scope.requestId }, 'A request failed unexpectedly');
      if (response.headersSent) return response.destroy();
      const message = `Something went wrong on our side. Quote request id ${scope.requestId}.`;
      respondError(response, 500, 'INTERNAL_SERVER_ERROR', message);
    });
  };
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
