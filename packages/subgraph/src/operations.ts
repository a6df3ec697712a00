import { type ApolloServer, HeaderMap } from '@apollo/server';
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
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import type { BaseContext, Domain } from './definition.ts';
import { Documents } from './documents.ts';
import { formatError, statusOf, unauthenticated } from './errors.ts';
import { traceparentOf } from './feed-events.ts';
import type { Caller, OperationTime, SubgraphOperation } from './local-subgraph.ts';
import { OperationRun } from './operation-run.ts';
import { arriveWithinMs, parseWritten, withWritten } from './read-your-writes.ts';
import type { StaleTokens } from './stale-tokens/stale-tokens.ts';
import { refuseUnstorableText } from './storable-text.ts';
import { mapStream } from './stream.ts';

/** A request of plain HTTP, its body parsed. */
export interface HttpOperation {
  readonly method: string;
  readonly headers: Iterable<[string, string]>;
  readonly search: string;
  readonly body: unknown;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Iterable<[string, string]>;
  readonly body: string;
}

/** The one way in which operations run, whether they come by HTTP, by socket or from the same process. */
export interface Operations {
  execute(operation: SubgraphOperation, caller: Caller, time?: OperationTime): Promise<FormattedExecutionResult>;
  executeHttp(request: HttpOperation, caller: Caller, time?: OperationTime): Promise<HttpAnswer>;
  subscribe(
    operation: SubgraphOperation,
    caller: Caller,
  ): Promise<AsyncIterableIterator<FormattedExecutionResult> | FormattedExecutionResult>;
}

interface Prepared {
  readonly definition: OperationDefinitionNode;
  readonly args: ExecutionArgs;
}

/**
 * Makes what runs operations. Over HTTP that is Apollo Server; in the same process, graphql-js, as the request cycle of a
 * server would take as long as a small operation itself. Both answer the same.
 */
export function createOperations<Context extends BaseContext>(options: {
  server: ApolloServer<Context>;
  schema: GraphQLSchema;
  domain: Domain<Context>;
  tokens: TokenVerifier;
  staleTokens: StaleTokens;
  log: Logger;
  metrics: Metrics;
  tracer: Tracer;
  /** Waits for events that a caller has caused; null where nothing carries events. */
  applied: AppliedEvents | null;
}): Operations {
  const { server, schema, domain, tokens, staleTokens, log, metrics, tracer, applied } = options;
  const documents = new Documents(schema);

  async function createContext({ token, request }: Caller): Promise<Context> {
    const viewer = token === undefined ? null : await tokens.verify(token);
    staleTokens.check(viewer);
    return domain.createContext({ viewer, request: currentRequest() ?? request, log });
  }

  function refuse(errors: readonly unknown[], { request }: Caller): FormattedExecutionResult {
    return { errors: errors.map((error) => formatError(error, request, log)) };
  }

  /** The operation of a request, before any resolver runs; or what is wrong with the request. */
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

  async function timed<Answer>(work: () => Promise<Answer>, failed: (answer: Answer) => boolean): Promise<Answer> {
    const stop = metrics.requests.startTimer({ type: 'operation' });
    let outcome = 'error';
    try {
      const answer = await work();
      if (!failed(answer)) outcome = 'ok';
      return answer;
    } finally {
      stop({ outcome });
    }
  }

  /** Runs an operation in its span, once what its caller has caused before is applied here. */
  function serve<Answer>({ request, after }: Caller, work: (span: Span) => Promise<Answer>): Promise<Answer> {
    const attributes = { 'lyceum.request.id': request.requestId };
    return runInRequest(request, () =>
      tracer.span('operation', { kind: 'server', attributes }, async (span) => {
        if (
          applied &&
          after &&
          after.length > 0 &&
          !(await applied.until(parseWritten(after, applied.uses), arriveWithinMs))
        ) {
          log.warn({ after, requestId: request.requestId }, 'answers without events that its caller has caused');
        }
        return collectWrittenEvents(() => work(span));
      }),
    );
  }

  /** Resolves what a source event tells, as a part of the trace that it belongs to. */
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
    execute: (operation, caller, time) =>
      serve(caller, (span) =>
        timed(
          async () => {
            let contextValue: Context;
            try {
              contextValue = await createContext(caller);
            } catch (error) {
              return refuse([error], caller);
            }
            const prepared = prepare(operation, span);
            if (!('args' in prepared)) return refuse(prepared, caller);
            const run = new OperationRun(time);
            const args = { ...prepared.args, contextValue };
            const { errors, ...rest } = await onBehalfOf(contextValue.viewer, () =>
              run.execute(async () => execute(args)),
            ).catch(unlessEnded(run));
            const refused = errors && refuse(errors, caller);
            noteErrors(span, refused?.errors);
            return { ...rest, ...refused, ...withWritten() };
          },
          (result) => (result.errors?.length ?? 0) > 0,
        ),
      ),

    executeHttp: (request, caller, time) =>
      serve(caller, () =>
        timed(
          async () => {
            let context: Context;
            try {
              context = await createContext(caller);
            } catch (error) {
              return refusal(formatError(error, caller.request, log));
            }
            const headers = new HeaderMap();
            for (const [name, value] of request.headers) headers.set(name, value);
            const run = new OperationRun(time);
            return onBehalfOf(context.viewer, () =>
              run.execute(async () => {
                const answer = await server.executeHTTPGraphQLRequest({
                  httpGraphQLRequest: { ...request, headers },
                  context: async () => context,
                });
                if (answer.body.kind !== 'complete') throw new Error('Incremental delivery is not served.');
                return { status: answer.status ?? 200, headers: answer.headers, body: answer.body.string };
              }),
            ).catch((error) => {
              const { errors } = unlessEnded(run)(error);
              return refusal(formatError(errors[0], caller.request, log), 200);
            });
          },
          (answer) => answer.status >= 400,
        ),
      ),

    async subscribe(operation, caller) {
      return serve(caller, async (span) => {
        const prepared = prepare(operation, span);
        if (!('args' in prepared)) return refuse(prepared, caller);
        const { definition } = prepared;
        if (definition.operation !== 'subscription') {
          return refuse(
            [new GraphQLError('Only subscriptions run on a stream.', { extensions: { code: 'BAD_REQUEST' } })],
            caller,
          );
        }
        let contextValue: Context;
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

/** Each person has a share of the pool, and everyone who is not signed in has one together. */
function onBehalfOf<Answer>(viewer: Viewer | null, work: () => Answer): Answer {
  return runAsOwner(viewer?.userId ?? strangers, work);
}

/** As Apollo Server says it over HTTP. */
function unknownOperation(name: string | null | undefined): GraphQLError {
  const message = name
    ? `Unknown operation named "${name}".`
    : 'Must provide operation name if query contains multiple operations.';
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
}

/** The errors of an operation that ended early; throws whatever else stopped it. */
function unlessEnded(run: OperationRun): (error: unknown) => { errors: readonly [GraphQLError] } {
  return (error) => {
    if (error instanceof GraphQLError && error === run.endedBy) return { errors: [error] };
    throw error;
  };
}

/** The answer to a request that is refused before it runs. */
export function refusal(error: GraphQLFormattedError, status = statusOf(error)): HttpAnswer {
  const headers: [string, string][] = [['content-type', 'application/json; charset=utf-8']];
  return { status, headers, body: JSON.stringify({ errors: [error] }) };
}
