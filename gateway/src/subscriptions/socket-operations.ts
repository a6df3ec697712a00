import { currentRequest, requestScope, runInRequest, type Tracer } from '@lyceum/telemetry';
import {
  type DocumentNode,
  type FormattedExecutionResult,
  GraphQLError,
  getOperationAST,
  OperationTypeNode,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { Identity } from '../context.ts';
import type { Documents } from '../documents.ts';
import { asFormatted, type FormatError, type SomeError } from '../errors.ts';
import { AnswerAllowance } from '../limits/answer-allowance.ts';
import { operationsPerSocket } from '../limits/limits.ts';
import { type OperationLifetime, startLifetime } from '../operation-lifetime.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Session } from './session.ts';
import type { OpenSubscription, Subscriber } from './subscriber.ts';
import { SubscriptionFailed } from './subscription-failed.ts';

/** An operation of a socket that was admitted. */
export interface SocketOperation {
  readonly document: DocumentNode;
  readonly session: Session;
  /** Executes a query or a mutation by the same pipeline as HTTP. */
  execute(): Promise<FormattedExecutionResult>;
  /** The client does not want the answer any more: a query stops, a mutation is carried out. */
  leave(): void;
  readonly openSubscription: OpenSubscription | undefined;
}

/** Makes the function that admits operations of sockets; what it refuses, it throws as errors ready for the client. */
export function createOperationAdmission(options: {
  pipeline: Pipeline;
  subscriber: Subscriber;
  documents: Documents;
  deadlineMs: number;
  formatError: FormatError;
  tracer: Tracer;
}) {
  const { pipeline, subscriber, documents, deadlineMs, tracer } = options;
  const format = (errors: readonly SomeError[]) =>
    errors.map((error) => options.formatError(asFormatted(error), error));

  /** @throws {SubscriptionFailed} */
  return function admit(session: Session, open: number, payload: SubscribePayload): SocketOperation {
    const { traceparent } = payload.extensions ?? {};
    const { token, request: opening } = session.opener;
    const request = requestScope({
      traceparent: typeof traceparent === 'string' ? traceparent : undefined,
      clientAddress: opening.clientAddress,
    });
    const context: Identity = { caller: { token, request }, viewer: session.viewer };
    const operationName = payload.operationName ?? undefined;
    const variables = payload.variables ?? {};

    let lifetime: OperationLifetime | undefined;

    async function execute(): Promise<FormattedExecutionResult> {
      lifetime = startLifetime(deadlineMs);
      const inSpan = { ...context.caller, request: currentRequest() ?? request };
      const response = await pipeline
        .executeOperation(
          { query: payload.query, variables, ...(operationName === undefined ? {} : { operationName }) },
          { contextValue: { ...context, caller: inSpan, lifetime, allowance: new AnswerAllowance() } },
        )
        .finally(lifetime.end);
      if (response.body.kind !== 'single') throw new Error('The gateway answers no operation in parts');
      return response.body.singleResult;
    }

    return runInRequest(request, () => {
      try {
        if (open > operationsPerSocket) throw tooMany(open);
        const document = documents.parse(payload.query);
        const operation = getOperationAST(document, operationName);
        if (!operation) throw unknownOperation(operationName);
        const isSubscription = operation.operation === OperationTypeNode.SUBSCRIPTION;
        return {
          document,
          session,
          execute: () =>
            runInRequest(request, () =>
              tracer
                .span('operation', { kind: 'server', attributes: { 'lyceum.request.id': request.requestId } }, execute)
                .catch((error) => ({ errors: format([asGraphQLError(error)]) })),
            ),
          leave: () => lifetime?.leave(),
          openSubscription: isSubscription
            ? subscriber.prepare({ document, operationName, variables, context })
            : undefined,
        };
      } catch (error) {
        const errors = error instanceof SubscriptionFailed ? error.errors : [asGraphQLError(error)];
        throw new SubscriptionFailed(format(errors));
      }
    });
  };
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  return new GraphQLError('Internal error', {
    originalError: error instanceof Error ? error : new Error(String(error)),
  });
}

function unknownOperation(name: string | undefined): GraphQLError {
  const message = name
    ? `The document has no operation "${name}".`
    : 'The document must have one operation, or `operationName` must name one.';
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
}

function tooMany(measured: number): GraphQLError {
  return new GraphQLError(
    `The socket has ${measured} operations open, and ${operationsPerSocket} are allowed. Complete some first.`,
    {
      extensions: {
        code: 'OPERATION_TOO_COMPLEX',
        limit: 'operationsPerSocket',
        allowed: operationsPerSocket,
        measured,
      },
    },
  );
}
