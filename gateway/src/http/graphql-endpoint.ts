import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap } from '@apollo/server';
import type { TokenVerifier } from '@lyceum/auth';
import type { RequestScope } from '@lyceum/telemetry';
import { authenticate } from '../authenticate.ts';
import type { Documents } from '../documents.ts';
import { longestMessage } from '../limits/limits.ts';
import type { Pipeline } from '../pipeline.ts';
import { BodyTooLarge, readBody } from './read-body.ts';
import { respond, respondError } from './respond.ts';

/** Makes the handler of queries and mutations over HTTP. */
export function createGraphqlEndpoint(options: { pipeline: Pipeline; documents: Documents; tokens: TokenVerifier }) {
  const { pipeline, documents, tokens } = options;

  return async function handle(request: IncomingMessage, response: ServerResponse, scope: RequestScope): Promise<void> {
    const search = new URL(request.url ?? '/', 'http://gateway').search;
    let body: unknown;
    try {
      body = request.method === 'POST' ? parseBody(request, await readBody(request, longestMessage)) : undefined;
    } catch (error) {
      const close = { connection: 'close' };
      if (error instanceof BodyTooLarge) return respondError(response, 413, 'BAD_REQUEST', error.message, close);
      if (error instanceof SyntaxError) {
        return respondError(response, 400, 'BAD_REQUEST', 'The body is not valid JSON.');
      }
      throw error;
    }
    const answer = await pipeline.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method ?? 'GET', headers: headersOf(request), search, body },
      async context() {
        const source = sourceOf(body, search);
        if (source !== undefined) documents.parse(source);
        return authenticate(request.headers.authorization, scope, tokens);
      },
    });
    const text = answer.body.kind === 'complete' ? answer.body.string : await collect(answer.body.asyncIterator);
    const { 'content-type': contentType = 'application/json; charset=utf-8', ...headers } = Object.fromEntries(
      answer.headers,
    );
    respond(response, answer.status ?? 200, contentType, text, headers);
  };
}

/** Only JSON is read: anything else reaches Apollo Server without a body, which says so, or refuses it as CSRF. */
function parseBody(request: IncomingMessage, text: string): unknown {
  const isJson = /^application\/json\b/i.test(request.headers['content-type'] ?? '');
  return isJson && text !== '' ? JSON.parse(text) : undefined;
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

function sourceOf(body: unknown, search: string): string | undefined {
  if (body === undefined) return new URLSearchParams(search).get('query') ?? undefined;
  const query = (body as { query?: unknown } | null)?.query;
  return typeof query === 'string' ? query : undefined;
}

async function collect(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}
