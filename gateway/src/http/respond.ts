import type { ServerResponse } from 'node:http';

/** Sends a complete body. */
export function respond(
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { ...headers, 'content-type': contentType, 'content-length': Buffer.byteLength(body) });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

export function respondJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers?: Readonly<Record<string, string>>,
): void {
  respond(response, status, 'application/json; charset=utf-8', `${JSON.stringify(value)}\n`, headers);
}

/** Sends an error in the shape of a GraphQL answer, so that clients parse all of the gateway's errors alike. */
export function respondError(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
  headers?: Readonly<Record<string, string>>,
): void {
  const requestId = response.getHeader('x-request-id');
  respondJson(
    response,
    status,
    { errors: [{ message, extensions: { code, ...(requestId ? { requestId } : {}) } }] },
    headers,
  );
}
