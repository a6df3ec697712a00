import type { IncomingMessage, ServerResponse } from 'node:http';

/** Apollo's explorers, which can be pointed at a local gateway. */
const explorers = ['https://studio.apollographql.com', 'https://sandbox.embed.apollographql.com'];
const localhost = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Whether pages of an origin may use the gateway: its own origin, those allowed by configuration, and in development
 * Apollo's explorers and all origins on this machine. Requests without an origin do not come from a page.
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

/** Allows browsers to give the answer to a page of an allowed origin. Authentication uses a header, never a cookie. */
export function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers;
  if (origin === undefined) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', 'x-request-id');
}

/** Answers a CORS preflight request. */
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
