import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import { longestMessage } from '../limits/limits.ts';
import { malformed } from '../operations/operation-request.ts';
import { BodyTooLarge, readBody } from './read-body.ts';

/** Headers that a page of another site cannot send without a preflight. */
const preflightedHeaders = ['apollo-require-preflight', 'x-apollo-operation-name'];

/**
 * Reads the parameters of an operation from a request: the JSON body of a POST, or the query string of a GET.
 * @throws {GraphQLError} with HTTP status 400, 413 or 415
 */
export async function readParameters(request: IncomingMessage, search: URLSearchParams): Promise<unknown> {
  return request.method === 'POST' ? readJson(request) : readSearch(request, search);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  checkContentType(request.headers['content-type']);
  const body = await readBody(request, longestMessage).catch((error) => {
    throw error instanceof BodyTooLarge ? refused(413, 'PAYLOAD_TOO_LARGE', error.message) : error;
  });
  if (!isUtf8(body)) throw malformed('The body is not valid UTF-8.');
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw malformed('The body is not valid JSON: expected {"query": "…", "variables": {…}}.');
  }
}

/**
 * Other types are refused, not guessed: without a preflight, a page of another site can send text and forms but not
 * JSON.
 */
function checkContentType(contentType: string | undefined): void {
  const [type = '', ...parameters] = (contentType ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (type !== 'application/json') {
    throw refused(415, 'UNSUPPORTED_MEDIA_TYPE', `Send operations as application/json${type ? `, not ${type}` : ''}.`);
  }
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.replace(/^charset="?([^"]*)"?$/, '$1');
  if (charset === undefined || charset === 'utf-8' || charset === 'utf8') return;
  throw refused(415, 'UNSUPPORTED_MEDIA_TYPE', `JSON must be encoded as UTF-8, not as ${charset}.`);
}

function readSearch({ headers }: IncomingMessage, search: URLSearchParams): Record<string, unknown> {
  if (!preflightedHeaders.some((name) => headers[name])) {
    throw malformed(
      `Refused to prevent Cross-Site Request Forgery: send operations with POST as application/json, or with one of the headers ${preflightedHeaders.join(', ')}.`,
    );
  }
  return {
    query: search.get('query'),
    operationName: search.get('operationName'),
    variables: parse('variables', search.get('variables')),
    extensions: parse('extensions', search.get('extensions')),
  };
}

function parse(parameter: string, text: string | null): unknown {
  try {
    return text === null || text === '' ? null : JSON.parse(text);
  } catch {
    throw malformed(`${parameter}: expected a JSON object.`);
  }
}

function refused(status: number, code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}
