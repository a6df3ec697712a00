import { currentRequest, type Logger } from '@lyceum/telemetry';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Codes of internal errors, whose messages may contain confidential details. */
const internalCodes = new Set<unknown>([undefined, 'INTERNAL_SERVER_ERROR', 'DOWNSTREAM_SERVICE_ERROR']);

const hiddenExtensions = new Set(['stacktrace', 'exception', 'serviceName', 'http']);

/**
 * Creates the function that prepares errors for clients: an expected error keeps its message, path and extensions; any
 * other is logged and masked. Each carries the request's id; none carries a stack trace.
 */
export function createErrorFormatter(log: Logger) {
  return function formatError(formatted: GraphQLFormattedError, error: unknown = formatted): GraphQLFormattedError {
    const requestId = currentRequest()?.requestId;
    const given = formatted.extensions ?? {};
    const masked = internalCodes.has(given.code) || !(error instanceof GraphQLError || isFormatted(error));
    const service = given.service ?? given.serviceName;
    if (masked) {
      log.error({ err: rootCause(error), path: formatted.path, service }, 'An operation failed unexpectedly');
    }
    const extensions = masked
      ? { code: 'INTERNAL_SERVER_ERROR' }
      : Object.fromEntries(Object.entries(given).filter(([name]) => !hiddenExtensions.has(name)));
    return {
      message: masked ? maskedMessage(requestId) : formatted.message,
      ...(formatted.locations && !service ? { locations: formatted.locations } : {}),
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: { ...extensions, ...(service ? { service } : {}), ...(requestId ? { requestId } : {}) },
    };
  };
}

export type FormatError = ReturnType<typeof createErrorFormatter>;

function maskedMessage(requestId: string | undefined): string {
  return `Something went wrong on our side.${requestId ? ` Quote request id ${requestId}.` : ''}`;
}

/** Errors of subgraphs arrive as data. */
function isFormatted(error: unknown): boolean {
  return typeof error === 'object' && error !== null && !(error instanceof Error);
}

function rootCause(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? rootCause(error.originalError) : error;
}

/** Errors of local subgraphs may still be instances, those of others are data. */
export type SomeError = GraphQLError | GraphQLFormattedError;

export function asFormatted(error: SomeError): GraphQLFormattedError {
  return error instanceof GraphQLError ? error.toJSON() : error;
}
