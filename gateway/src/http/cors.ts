import type { IncomingMessage, ServerResponse } from 'node:http';

/** Explorers of Apollo, which people point at a gateway on their own machine. */
const explorers = ['https://studio.apollographql.com', 'https://sandbox.embed.apollographql.com'];
const localhost = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Whether pages of an origin may use the gateway: its own, those allowed by name, and in development Apollo's explorers
 * and everything on this machine. Requests without an origin come from no page.
 */
export function createOriginPolicy(options: {
  mode: 'development' | 'production';
  allowedOrigins: readonly string[];
}): (request: IncomingMessage) => boolean {
  const development = options.mode === 'development';
  const named = new Set([...options.allowedOrigins, ...(development ? explorers : [])]);
  return (request) => {
    const { origin, host } = request.headers;
    if (origin === undefined) return true;
    if (named.has(origin) || (development && localhost.test(origin))) return true;
    return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
  };
}

/** Tells browsers that a page of an allowed origin may read the answer. Identity travels in a header, never in a cookie. */
export function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers;
  if (origin === undefined) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', 'x-request-id');
}

/** Answers a browser's question before the request itself. */
export function answerPreflight(request: IncomingMessage, response: ServerResponse, allowed: boolean): void {
  if (allowed && request.headers['access-control-request-method'] !== undefined) {
    response.setHeader('access-control-allow-methods', 'GET, POST');
    response.setHeader(
      'access-control-allow-headers',
      request.headers['access-control-request-headers'] ?? 'authorization, content-type',
    );
    response.setHeader('access-control-max-age', '86400');
    if (request.headers['access-control-request-private-network'] === 'true') {
      response.setHeader('access-control-allow-private-network', 'true');
    }
  }
  response.writeHead(204, { allow: 'GET, POST, OPTIONS', 'content-length': '0' }).end();
}
