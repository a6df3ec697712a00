import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TokenVerifier } from '@lyceum/auth';
import { currentRequest, type RequestScope, type Tracer } from '@lyceum/telemetry';
import { GraphQLError, OperationTypeNode } from 'graphql';
import { authenticate } from '../authenticate.ts';
import type { Identity } from '../context.ts';
import type { FormatError } from '../errors.ts';
import { type OperationLifetime, startLifetime } from '../operation-lifetime.ts';
import { type ExecuteOperation, type OperationAnswer, refusalOf } from '../operations/execute-operation.ts';
import { type OperationRequest, readOperationRequest } from '../operations/operation-request.ts';
import type { PreparedOperation, PrepareOperation } from '../operations/prepare-operation.ts';
import { readParameters } from './read-parameters.ts';
import { respond } from './respond.ts';

const answerType = 'application/graphql-response+json';

/** Creates the handler of queries and mutations over HTTP. */
export function createGraphqlEndpoint(options: {
  prepare: PrepareOperation;
  execute: ExecuteOperation;
  tokens: TokenVerifier;
  deadlineMs: number;
  formatError: FormatError;
  tracer: Tracer;
}) {
  const { prepare, execute, tokens, deadlineMs, formatError, tracer } = options;

  function prepareFor(request: IncomingMessage, asked: OperationRequest, { viewer }: Identity): PreparedOperation {
    const prepared = prepare(asked, viewer);
    const { operation } = prepared.operation;
    if (operation === OperationTypeNode.SUBSCRIPTION)
      throw wrongWay(
        400,
        'Subscriptions require a WebSocket: connect to this address with the protocol graphql-transport-ws.',
      );
    if (operation === OperationTypeNode.MUTATION && request.method !== 'POST')
      throw wrongWay(405, 'Mutations require POST.');
    return prepared;
  }

  async function answer(
    request: IncomingMessage,
    scope: RequestScope,
    lifetime: OperationLifetime,
  ): Promise<OperationAnswer> {
    try {
      const { searchParams } = new URL(request.url ?? '/', 'http://gateway');
      const asked = readOperationRequest(await readParameters(request, searchParams));
      const identity = await authenticate(request.headers.authorization, currentRequest() ?? scope, tokens);
      return await execute(() => prepareFor(request, asked, identity), identity, lifetime);
    } catch (error) {
      lifetime.end();
      return refusalOf(error, formatError);
    }
  }

  return function handle(request: IncomingMessage, response: ServerResponse, scope: RequestScope): Promise<void> {
    const attributes = { 'lyceum.request.id': scope.requestId };
    return tracer.span('operation', { kind: 'server', attributes }, async () => {
      const lifetime = startLifetime(deadlineMs);
      response.once('close', lifetime.leave);
      const { status, result } = await answer(request, scope, lifetime);
      const type = request.headers.accept?.includes(answerType) ? answerType : 'application/json';
      respond(response, status, `${type}; charset=utf-8`, `${JSON.stringify(result)}\n`, headersFor(request, status));
    });
  };
}

function headersFor(request: IncomingMessage, status: number): Record<string, string> {
  return {
    'cache-control': 'no-store',
    ...(status === 405 ? { allow: 'POST' } : {}),
    // The rest of a refused body is not read.
    ...(request.complete ? {} : { connection: 'close' }),
  };
}

function wrongWay(status: number, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status } } });
}
