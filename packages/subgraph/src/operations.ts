import type { TokenVerifier, Viewer } from '@lyceum/auth';
import { runAsOwner, strangers } from '@lyceum/database';
import { type AppliedEvents, collectWrittenEvents } from '@lyceum/outbox';
import {
  currentRequest,
  type Logger,
  type Metrics,
  nameOperation,
  noteErrors,
  rootFieldOf,
  runInRequest,
  type Span,
  type Tracer,
} from '@lyceum/telemetry';
import {
  createSourceEventStream,
  type ExecutionArgs,
  execute,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import type { BaseContext, SubgraphInstance } from './definition.ts';
import { Documents } from './documents.ts';
import { formatError, unauthenticated } from './errors.ts';
import { traceparentOf } from './feed-events.ts';
import type { Caller, OperationTime, SubgraphOperation } from './local-subgraph.ts';
import { OperationRun } from './operation-run.ts';
import { arriveWithinMs, parseWritten, withWritten } from './read-your-writes.ts';
import type { StaleTokens } from './stale-tokens/stale-tokens.ts';
import { refuseUnstorableText } from './storable-text.ts';
import { mapStream } from './stream.ts';

/** How to answer one kind of request. */
interface Way<Answer> {
  /** Executes the operation. */
  work(context: BaseContext, span: Span): Promise<Answer>;
  /** @param hasBegun false if it was refused before it began, true if it ended early */
  refuse(error: unknown, hasBegun: boolean): Answer;
  hasFailed(answer: Answer): boolean;
}

/** The single implementation of running operations, used over HTTP, by socket and in process. */
export interface Operations {
  execute(operation: SubgraphOperation, caller: Caller, time?: OperationTime): Promise<FormattedExecutionResult>;
  subscribe(
    operation: SubgraphOperation,
    caller: Caller,
  ): Promise<AsyncIterableIterator<FormattedExecutionResult> | FormattedExecutionResult>;
  /**
   * Runs an operation for its caller: after applying the caller's events, in a span, and within its time and execution
   * limits.
   */
  carryOut<Answer>(caller: Caller, time: OperationTime | undefined, way: Way<Answer>): Promise<Answer>;
}

interface Prepared {
  readonly definition: OperationDefinitionNode;
  readonly args: ExecutionArgs;
}

/**
 * Creates the operations of a subgraph. They are executed by graphql-js directly: the request cycle of a server would
 * take as long as a small operation.
 */
export function createOperations(options: {
  schema: GraphQLSchema;
  instance: SubgraphInstance;
  tokens: TokenVerifier;
  staleTokens: StaleTokens;
  log: Logger;
  metrics: Metrics;
  tracer: Tracer;
  /** Waits for events that a caller has caused; null without a transport. */
  applied: AppliedEvents | null;
}): Operations {
  const { schema, instance, tokens, staleTokens, log, metrics, tracer, applied } = options;
  const documents = new Documents(schema);

  async function createContext({ token, request }: Caller): Promise<BaseContext> {
    const viewer = token === undefined ? null : await tokens.verify(token);
    staleTokens.check(viewer);
    return instance.createContext({ viewer, request: currentRequest() ?? request, log });
  }

  function refuse(errors: readonly unknown[], { request }: Caller): FormattedExecutionResult {
    return { errors: errors.map((error) => formatError(error, request, log)) };
  }

  /** The operation of a request, before any resolver runs; or the errors of the request. */
  function prepare({ query, operationName, variables }: SubgraphOperation, span: Span): Prepared | readonly unknown[] {
    const document = documents.read(query);
    if (!('kind' in document)) return document;
    const definition = getOperationAST(document, operationName);
    if (!definition) return [unknownOperation(operationName)];
    nameOperation(span, { type: definition.operation, name: definition.name?.value });
    try {
      refuseUnstorableText(document, variables);
    } catch (error) {
      return [error];
    }
    return { definition, args: { schema, document, operationName, variableValues: variables } };
  }

  /** Runs the work of a request in its span. */
  function inSpan<Answer>({ request }: Caller, work: (span: Span) => Promise<Answer>): Promise<Answer> {
    const attributes = { 'lyceum.request.id': request.requestId };
    return runInRequest(request, () =>
      tracer.span('operation', { kind: 'server', attributes }, (span) => collectWrittenEvents(() => work(span))),
    );
  }

  /** Resolves when the caller's events from other subgraphs are applied here, or after a time limit. */
  async function ownWritesApplied({ after = [], request }: Caller): Promise<void> {
    if (!applied || after.length === 0) return;
    if (await applied.until(parseWritten(after, applied.uses), arriveWithinMs)) return;
    log.warn({ after, requestId: request.requestId }, 'answers without some events of its caller');
  }

  function carryOut<Answer>(caller: Caller, time: OperationTime | undefined, way: Way<Answer>): Promise<Answer> {
    async function begin(span: Span): Promise<Answer> {
      await ownWritesApplied(caller);
      let context: BaseContext;
      try {
        context = await createContext(caller);
      } catch (error) {
        return way.refuse(error, false);
      }
      return onBehalfOf(context.viewer, () => way.work(context, span));
    }

    return inSpan(caller, async (span) => {
      const run = new OperationRun(time);
      const stop = metrics.requests.startTimer({ type: 'operation' });
      let outcome = 'error';
      try {
        const answer = await run.execute(() => begin(span));
        if (!way.hasFailed(answer)) outcome = 'ok';
        return answer;
      } catch (error) {
        if (error !== run.endedBy) throw error;
        span.fail(error);
        return way.refuse(error, true);
      } finally {
        stop({ outcome });
      }
    });
  }

  /** Resolves a source event, within its trace. */
  function resolveEvent(
    args: ExecutionArgs,
    operation: OperationDefinitionNode,
    caller: Caller,
    event: unknown,
  ): Promise<FormattedExecutionResult> {
    const scope = { requestId: caller.request.requestId, traceparent: traceparentOf(event) };
    return tracer.span(`resolve ${rootFieldOf(operation)}`, { scope }, async (span) => {
      const run = new OperationRun();
      const { errors, ...rest } = await run
        .execute(async () => execute({ ...args, rootValue: event }))
        .catch(unlessEnded(run));
      const refused = errors && refuse(errors, caller);
      noteErrors(span, refused?.errors);
      return { ...rest, ...refused, ...(span.traceparent && { extensions: { traceparent: span.traceparent } }) };
    });
  }

  return {
    carryOut,

    execute: (operation, caller, time) =>
      carryOut<FormattedExecutionResult>(caller, time, {
        async work(contextValue, span) {
          const prepared = prepare(operation, span);
          if (!('args' in prepared)) return refuse(prepared, caller);
          const { errors, ...rest } = await execute({ ...prepared.args, contextValue });
          const refused = errors && refuse(errors, caller);
          noteErrors(span, refused?.errors);
          return { ...rest, ...refused, ...withWritten() };
        },
        refuse: (error) => refuse([error], caller),
        hasFailed: ({ errors }) => errors !== undefined,
      }),

    async subscribe(operation, caller) {
      return inSpan(caller, async (span) => {
        await ownWritesApplied(caller);
        const prepared = prepare(operation, span);
        if (!('args' in prepared)) return refuse(prepared, caller);
        const { definition } = prepared;
        if (definition.operation !== 'subscription') {
          return refuse(
            [new GraphQLError('Only subscriptions run on a stream.', { extensions: { code: 'BAD_REQUEST' } })],
            caller,
          );
        }
        let contextValue: BaseContext;
        try {
          contextValue = await createContext(caller);
        } catch (error) {
          return refuse([error], caller);
        }
        const args = { ...prepared.args, contextValue };
        const events = await onBehalfOf(contextValue.viewer, () => createSourceEventStream(args));
        if (!(Symbol.asyncIterator in events)) return refuse(events.errors ?? [], caller);
        const { viewer } = contextValue;
        metrics.subscriptions.inc();
        return mapStream<unknown, FormattedExecutionResult>(events[Symbol.asyncIterator](), {
          map: async (event) => {
            if (viewer && viewer.expiresAt.getTime() <= Date.now()) {
              return { value: refuse([unauthenticated('The access token has expired.')], caller), last: true };
            }
            staleTokens.check(viewer);
            const value = await onBehalfOf(viewer, () => resolveEvent(args, definition, caller, event));
            metrics.subscriptionEvents.inc();
            return { value, last: false };
          },
          failed: (error) => refuse([error], caller),
          ended: () => metrics.subscriptions.dec(),
        });
      });
    },
  };
}

/** Each person has a share of the pool; all anonymous viewers have one together. */
function onBehalfOf<Answer>(viewer: Viewer | null, work: () => Answer): Answer {
  return runAsOwner(viewer?.userId ?? strangers, work);
}

/** In the words of Apollo Server over HTTP. */
function unknownOperation(name: string | null | undefined): GraphQLError {
  const message = name
    ? `Unknown operation named "${name}".`
    : 'Must provide operation name if query contains multiple operations.';
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
}

/** The errors of an operation that ended early; rethrows any other failure. */
function unlessEnded(run: OperationRun): (error: unknown) => { errors: readonly [GraphQLError] } {
  return (error) => {
    if (error instanceof GraphQLError && error === run.endedBy) return { errors: [error] };
    throw error;
  };
}
