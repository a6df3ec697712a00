import { AuthenticationError } from '@lyceum/auth';
import { DatabaseBusy } from '@lyceum/database';
import { type Logger, requestScope } from '@lyceum/telemetry';
import { GraphQLError } from 'graphql';
import { badUserInput, forbidden, formatError, notFound, statusOf, unauthenticated } from './errors.ts';

const request = requestScope({ requestId: 'r1' });
let logged: { err: unknown; requestId: string }[];

beforeEach(() => {
  logged = [];
});

const log = {
  error: (entry: { err: unknown; requestId: string }) => logged.push(entry),
  warn: () => undefined,
} as unknown as Logger;
const format = (error: unknown) => formatError(error, request, log);

const masked = {
  message: 'Something went wrong on our side. Quote request r1 when you report it.',
  extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'r1' },
};

describe('a request that finds the database busy', () => {
  const inUse = new DatabaseBusy('no connection became free within 2000 ms');
  const locked = Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' });

  it.each([
    ['all connections are in use', inUse],
    ['another transaction holds a lock that it needs', locked],
    ['it happened in a resolver', new GraphQLError(inUse.message, { path: ['course'], originalError: inUse })],
  ])('may be retried: %s', (_why, error) => {
    const formatted = format(error);
    expect(formatted).toMatchObject({
      message: 'The server is busy with other requests: send this again in a moment.',
      extensions: { code: 'BUSY', retryAfterMs: expect.any(Number), requestId: 'r1' },
    });
    expect(statusOf(formatted)).toBe(503);
    expect(logged).toEqual([]);
  });
});

describe('an error in a request', () => {
  it.each([
    [unauthenticated(), 'UNAUTHENTICATED', 401],
    [forbidden('Only teachers may.'), 'FORBIDDEN', 400],
    [notFound('course', '7'), 'NOT_FOUND', 400],
    [badUserInput('input.title', 'expected a text'), 'BAD_USER_INPUT', 400],
    [new GraphQLError('?', { extensions: { code: 'GRAPHQL_PARSE_FAILED' } }), 'GRAPHQL_PARSE_FAILED', 400],
    [new GraphQLError('?', { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }), 'GRAPHQL_VALIDATION_FAILED', 400],
  ])('is returned unchanged, with its code and the request: %s', (error, code, status) => {
    const formatted = format(error);
    expect(formatted).toMatchObject({ message: error.message, extensions: { code, requestId: 'r1' } });
    expect(statusOf(formatted)).toBe(status);
    expect(logged).toEqual([]);
  });

  it('names the argument', () => {
    expect(format(badUserInput('input.title', 'expected a text'))).toMatchObject({
      message: 'input.title: expected a text',
      extensions: { argument: 'input.title' },
    });
  });

  it('is the same for missing and invisible objects', () => {
    expect(notFound('course', '7').message).toBe('There is no course 7 that you may see.');
  });

  it('keeps its path when it was thrown by a resolver', () => {
    const error = new GraphQLError('Only teachers may.', {
      path: ['course', 'grades', 0],
      originalError: forbidden('Only teachers may.'),
      extensions: { code: 'FORBIDDEN' },
    });
    expect(format(error)).toMatchObject({ path: ['course', 'grades', 0], extensions: { code: 'FORBIDDEN' } });
  });

  it('is bad input if graphql-js refused it before execution without a code', () => {
    const variable = new GraphQLError('Variable "$n" got invalid value "x"', {
      originalError: new GraphQLError('Expected a decimal number'),
    });
    for (const error of [new GraphQLError('Variable "$n" is required'), variable]) {
      expect(format(error)).toMatchObject({ message: error.message, extensions: { code: 'BAD_USER_INPUT' } });
    }
  });

  it('gives the reason why a token or signature was refused', () => {
    const formatted = format(new AuthenticationError('TOKEN_EXPIRED', 'The access token has expired.'));
    expect(formatted).toEqual({
      message: 'The access token has expired.',
      extensions: { code: 'UNAUTHENTICATED', reason: 'TOKEN_EXPIRED', requestId: 'r1' },
    });
    expect(statusOf(formatted)).toBe(401);
  });

  it('never carries a stack trace, or extensions meant for the HTTP server', () => {
    const error = new GraphQLError('no', {
      extensions: { code: 'BAD_REQUEST', stacktrace: ['at secret.ts:1'], http: { status: 400 }, hint: 'use POST' },
    });
    expect(format(error)).toEqual({
      message: 'no',
      extensions: { code: 'BAD_REQUEST', hint: 'use POST', requestId: 'r1' },
    });
  });
});

describe('a defect', () => {
  const cause = new Error('password authentication failed for user "lyceum"');

  it.each<[string, unknown, unknown]>([
    ['an error', cause, cause],
    ['not an Error', 'oops', 'oops'],
    ['nothing', undefined, undefined],
    ['an error of a resolver', new GraphQLError(cause.message, { path: ['me'], originalError: cause }), cause],
    ['an unknown code', new GraphQLError(cause.message, { extensions: { code: 'ECONNREFUSED' } }), undefined],
    [
      'a code that is not a string',
      new GraphQLError(cause.message, { path: ['me'], extensions: { code: 7 } }),
      undefined,
    ],
    [
      'an explicit internal error',
      new GraphQLError(cause.message, { extensions: { code: 'INTERNAL_SERVER_ERROR' } }),
      undefined,
    ],
    ['a null in a non-null field', new GraphQLError('Cannot return null for User.name', { path: ['me'] }), undefined],
    ['an error outside the execution', new GraphQLError(cause.message, { originalError: cause }), cause],
  ])('is masked and logged with the request: %s', (_what, error, logs) => {
    const formatted = format(error);
    expect(formatted).toMatchObject(masked);
    expect(statusOf(formatted)).toBe(500);
    expect(JSON.stringify(formatted)).not.toMatch(/password|stack|Cannot return|oops/);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({ requestId: 'r1' });
    expect(logged[0]?.err).toBe(logs ?? error);
  });

  it('keeps the path, so that the client knows which field is missing', () => {
    expect(format(new GraphQLError('x', { path: ['me', 'name'], originalError: cause })).path).toEqual(['me', 'name']);
  });
});
