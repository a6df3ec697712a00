import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap } from '@apollo/server';
import type { TokenVerifier } from '@lyceum/auth';
import { currentRequest, type RequestScope, type Tracer } from '@lyceum/telemetry';
import { authenticate } from '../authenticate.ts';
import type { GatewayContext } from '../context.ts';
import type { Documents } from '../documents.ts';
import { AnswerAllowance } from '../limits/answer-allowance.ts';
import { longestMessage } from '../limits/limits.ts';
import { startLifetime } from '../operation-lifetime.ts';
import type { Pipeline } from '../pipeline.ts';
import { BodyTooLarge, readBody } from './read-body.ts';
import { respond, respondError } from './respond.ts';

/** Makes the handler of queries and mutations over HTTP. */
export function createGraphqlEndpoint(options: {
  pipeline: Pipeline;
  documents: Documents;
  tokens: TokenVerifier;
  deadlineMs: number;
  tracer: Tracer;
}) {
  const { pipeline, documents, tokens, deadlineMs, tracer } = options;

  async function answer(request: IncomingMessage, response: ServerResponse, scope: RequestScope): Promise<void> {
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
    const lifetime = startLifetime(deadlineMs);
    response.once('close', lifetime.leave);
    const result = await pipeline
      .executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: request.method ?? 'GET', headers: headersOf(request), search, body },
        async context(): Promise<GatewayContext> {
          const source = sourceOf(body, search);
          if (source !== undefined) documents.parse(source);
          const identity = await authenticate(request.headers.authorization, currentRequest() ?? scope, tokens);
          return { ...identity, lifetime, allowance: new AnswerAllowance() };
        },
      })
      .finally(lifetime.end);
    const text = result.body.kind === 'complete' ? result.body.string : await collect(result.body.asyncIterator);
    const { 'content-type': contentType = 'application/json; charset=utf-8', ...headers } = Object.fromEntries(
      result.headers,
    );
    respond(response, result.status ?? 200, contentType, text, headers);
  }

  return function handle(request: IncomingMessage, response: ServerResponse, scope: RequestScope): Promise<void> {
    const attributes = { 'lyceum.request.id': scope.requestId };
    return tracer.span('operation', { kind: 'server', attributes }, () => answer(request, response, scope));
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
