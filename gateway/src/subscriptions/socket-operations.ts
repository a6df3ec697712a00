import { currentRequest, nameOperation, requestScope, runInRequest, type Span, type Tracer } from '@lyceum/telemetry';
import { type FormattedExecutionResult, GraphQLError, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { Identity } from '../context.ts';
import { asFormatted, type FormatError } from '../errors.ts';
import { operationsPerSocket } from '../limits/limits.ts';
import { type OperationLifetime, startLifetime } from '../operation-lifetime.ts';
import { type ExecuteOperation, errorsIn } from '../operations/execute-operation.ts';
import { readOperationRequest } from '../operations/operation-request.ts';
import type { PrepareOperation } from '../operations/prepare-operation.ts';
import type { Session } from './session.ts';
import type { OpenSubscription, Subscriber } from './subscriber.ts';
import { SubscriptionFailed } from './subscription-failed.ts';

/** An admitted operation of a socket. */
export interface SocketOperation {
  readonly operation: OperationDefinitionNode;
  readonly session: Session;
  /** Executes a query or a mutation in the same way as HTTP. */
  execute(): Promise<FormattedExecutionResult>;
  /** The client no longer wants the answer: a query stops, a mutation continues. */
  leave(): void;
  readonly openSubscription: OpenSubscription | undefined;
}

/** Creates the function that admits operations of sockets; refusals are thrown as errors ready for the client. */
export function createOperationAdmission(options: {
  prepare: PrepareOperation;
  execute: ExecuteOperation;
  subscriber: Subscriber;
  deadlineMs: number;
  formatError: FormatError;
  tracer: Tracer;
}) {
  const { prepare, subscriber, deadlineMs, tracer } = options;
  const format = (error: unknown) => errorsIn(error).map((one) => options.formatError(asFormatted(one), one));

  /** @throws {SubscriptionFailed} */
  return function admit(session: Session, open: number, payload: SubscribePayload): SocketOperation {
    const { traceparent } = payload.extensions ?? {};
    const { token, request: opening } = session.opener;
    const request = requestScope({
      traceparent: typeof traceparent === 'string' ? traceparent : undefined,
      clientAddress: opening.clientAddress,
    });
    const identity: Identity = { caller: { token, request }, viewer: session.viewer };
    let lifetime: OperationLifetime | undefined;

    return runInRequest(request, () => {
      try {
        if (open > operationsPerSocket) throw tooMany(open);
        const prepared = prepare(readOperationRequest(payload), session.viewer);
        const { operation } = prepared;
        async function execute(span: Span): Promise<FormattedExecutionResult> {
          nameOperation(span, { type: operation.operation, name: prepared.name });
          lifetime = startLifetime(deadlineMs);
          const caller = { ...identity.caller, request: currentRequest() ?? request };
          return (await options.execute(() => prepared, { ...identity, caller }, lifetime)).result;
        }
        const attributes = { 'lyceum.request.id': request.requestId };
        return {
          operation,
          session,
          execute: () => runInRequest(request, () => tracer.span('operation', { kind: 'server', attributes }, execute)),
          leave: () => lifetime?.leave(),
          openSubscription:
            operation.operation === OperationTypeNode.SUBSCRIPTION ? subscriber.plan(prepared, identity) : undefined,
        };
      } catch (error) {
        throw new SubscriptionFailed(format(error));
      }
    });
  };
}

function tooMany(measured: number): GraphQLError {
  return new GraphQLError(
    `The socket has ${measured} open operations, but only ${operationsPerSocket} are allowed. Complete some first.`,
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
