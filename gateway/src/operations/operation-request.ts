import { GraphQLError } from 'graphql';

/** An operation as requested by a client; only its shape is checked. */
export interface OperationRequest {
  readonly query: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/**
 * Reads the parameters of a request (GraphQL over HTTP, section 5.1).
 * @throws {GraphQLError} BAD_REQUEST (400), naming the parameter and what is expected
 */
export function readOperationRequest(given: unknown): OperationRequest {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw malformed(
      'Expected one operation as a JSON object: {"query": "…", "variables": {…}}. Batches are not supported.',
    );
  }
  const { query, operationName, variables, extensions } = given as Record<string, unknown>;
  if (query != null && typeof query !== 'string') throw malformed('query: expected the document as a string.');
  if (operationName != null && typeof operationName !== 'string') throw malformed('operationName: expected a string.');
  return {
    query: query ?? undefined,
    operationName: operationName ?? undefined,
    variables: object('variables', variables),
    extensions: object('extensions', extensions),
  };
}

function object(parameter: string, value: unknown): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  throw malformed(`${parameter}: expected a JSON object.`);
}

export function malformed(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
}
