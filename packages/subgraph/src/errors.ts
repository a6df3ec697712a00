import { AuthenticationError } from '@lyceum/auth';
import { isBusy } from '@lyceum/database';
import type { Logger, RequestScope } from '@lyceum/telemetry';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Stable codes for errors in a request itself. Expected outcomes are data, not errors. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'BAD_CURSOR'
  | 'BUSY'
  | 'ANSWER_TOO_LARGE'
  | 'OPERATION_TIMEOUT'
  | 'OPERATION_CANCELLED';

/** The viewer is not signed in, or the token is not accepted. */
export function unauthenticated(message = 'Sign in first: this needs an access token.'): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED' satisfies ErrorCode } });
}

/** The viewer may see the object, but not do this. */
export function forbidden(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'FORBIDDEN' satisfies ErrorCode } });
}

/** The object does not exist, or the viewer may not see it: both are reported alike. */
export function notFound(what: string, id: string): GraphQLError {
  return new GraphQLError(`There is no ${what} ${id} that you may see.`, {
    extensions: { code: 'NOT_FOUND' satisfies ErrorCode },
  });
}

/** An argument is malformed. `argument` is its path. */
export function badUserInput(argument: string, message: string): GraphQLError {
  return new GraphQLError(`${argument}: ${message}`, {
    extensions: { code: 'BAD_USER_INPUT' satisfies ErrorCode, argument },
  });
}

/** This feed did not issue the cursor. */
export function badCursor(): GraphQLError {
  return new GraphQLError(
    'after: expected a cursor returned by this feed. Read the current state again, and follow the feed from the cursor returned with it.',
    { extensions: { code: 'BAD_CURSOR' satisfies ErrorCode, argument: 'after' } },
  );
}

/** Milliseconds after which a request to a busy server may be retried. */
const retryAfterMs = 500;

/** Lock conflict or overload. The refused request changed nothing. */
function busy(): GraphQLError {
  return new GraphQLError('The server is busy with other requests: send this again in a moment.', {
    extensions: { code: 'BUSY' satisfies ErrorCode, retryAfterMs },
  });
}

const whatIsTooMuch = {
  values: 'has more than # values',
  characters: 'has more than # characters of text',
  errors: 'has more than # errors',
  bytesRead: 'takes more than # bytes from the database',
} as const;

/** The answer would exceed a limit of the subgraph; no part of it is returned. */
export function answerTooLarge(limit: keyof typeof whatIsTooMuch, allowed: number): GraphQLError {
  const what = whatIsTooMuch[limit].replace('#', String(allowed));
  const message = `The answer ${what}. Request smaller pages or fewer fields of long lists, or split the operation.`;
  return endOfOperation(message, { code: 'ANSWER_TOO_LARGE', limit, allowed });
}

/** The operation timed out. */
export function operationTimedOut(timeoutMs: number): GraphQLError {
  const message = `The operation was stopped after ${timeoutMs} ms. Request less, or split the operation. A mutation may have taken effect: read the current state before you send it again.`;
  return endOfOperation(message, { code: 'OPERATION_TIMEOUT', timeoutMs });
}

/** The caller has disconnected. */
export function operationCancelled(): GraphQLError {
  return endOfOperation('The operation was stopped because the client disconnected.', { code: 'OPERATION_CANCELLED' });
}

/**
 * An error of the whole operation, which thousands of resolvers may throw. It already has a path, so graphql-js does
 * not search the document for the location of each field, which takes a tenth of a millisecond each.
 */
function endOfOperation(message: string, extensions: { code: ErrorCode; [detail: string]: unknown }): GraphQLError {
  return new GraphQLError(message, { path: [], extensions });
}

/** Codes of GraphQL servers for requests that they refuse before any resolver runs. */
const requestCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'BAD_CURSOR',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BUSY',
  'ANSWER_TOO_LARGE',
  'OPERATION_TIMEOUT',
  'OPERATION_CANCELLED',
]);

/** Formats an error for clients. A defect is logged in full and masked; the request id connects the two. */
export function formatError(error: unknown, request: RequestScope, log: Logger): GraphQLFormattedError {
  if (error instanceof AuthenticationError) {
    return {
      message: error.message,
      extensions: { code: error.code, reason: error.reason, requestId: request.requestId },
    };
  }
  const graphqlError = error instanceof GraphQLError ? error : undefined;
  const cause = graphqlError?.originalError;
  if (isBusy(cause ?? error)) {
    log.warn(
      { err: cause ?? error, path: graphqlError?.path, requestId: request.requestId },
      'too busy to answer a request',
    );
    const { message, extensions } = busy();
    return {
      message,
      ...(graphqlError?.path ? { path: graphqlError.path } : {}),
      extensions: { ...extensions, requestId: request.requestId },
    };
  }
  if (graphqlError && isExpected(graphqlError, cause)) {
    const { stacktrace: _private, http: _status, ...extensions } = graphqlError.extensions;
    const { path, ...formatted } = graphqlError.toJSON();
    return {
      ...formatted,
      ...(path && path.length > 0 ? { path } : {}),
      extensions: { code: 'BAD_USER_INPUT', ...extensions, requestId: request.requestId },
    };
  }
  log.error({ err: cause ?? error, path: graphqlError?.path, requestId: request.requestId }, 'a defect');
  return {
    message: `Something went wrong on our side. Quote request ${request.requestId} when you report it.`,
    ...(graphqlError?.path ? { path: graphqlError.path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: request.requestId },
  };
}

/** The HTTP status of a request that was refused before execution. */
export function statusOf({ extensions }: GraphQLFormattedError): number {
  switch (extensions?.code) {
    case 'UNAUTHENTICATED':
      return 401;
    case 'INTERNAL_SERVER_ERROR':
      return 500;
    case 'BUSY':
      return 503;
    default:
      return 400;
  }
}

/**
 * Expected: it has one of our codes, or graphql-js refused the request before execution (an invalid variable, for
 * instance).
 */
function isExpected(error: GraphQLError, cause: Error | undefined): boolean {
  const { code } = error.extensions;
  if (typeof code === 'string') return requestCodes.has(code);
  return error.path === undefined && (cause === undefined || cause instanceof GraphQLError);
}
