import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { currentRequest, currentSpan, type Logger, nameOperation, noteErrors, requestScope } from '@lyceum/telemetry';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { BaseContext } from './definition.ts';
import { DocumentStore } from './document-store.ts';
import { formatError, statusOf } from './errors.ts';
import type { Caller, OperationTime } from './local-subgraph.ts';
import { currentRun } from './operation-run.ts';
import type { Operations } from './operations.ts';
import { withWritten } from './read-your-writes.ts';
import { refuseUnstorableText } from './storable-text.ts';

/** A plain HTTP request with its parsed body. */
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

/** Operations over HTTP, following the GraphQL over HTTP specification. */
export interface HttpOperations {
  execute(request: HttpOperation, caller: Caller, time?: OperationTime): Promise<HttpAnswer>;
  stop(): Promise<void>;
}

/** Starts Apollo Server for operations over HTTP. Answers are those of `operations.execute`. */
export async function startHttpOperations(options: {
  schema: GraphQLSchema;
  operations: Operations;
  log: Logger;
}): Promise<HttpOperations> {
  const { schema, operations, log } = options;
  const server = new ApolloServer<BaseContext>({
    schema,
    introspection: true,
    documentStore: new DocumentStore(),
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginInlineTraceDisabled(), asInProcess],
    formatError: (_formatted, error) =>
      formatError(currentRun()?.endedBy ?? error, currentRequest() ?? requestScope({}), log),
  });
  await server.start();

  return {
    execute: (request, caller, time) =>
      operations.carryOut<HttpAnswer>(caller, time, {
        async work(context) {
          const headers = new HeaderMap();
          for (const [name, value] of request.headers) headers.set(name, value);
          const answer = await server.executeHTTPGraphQLRequest({
            httpGraphQLRequest: { ...request, headers },
            context: async () => context,
          });
          if (answer.body.kind !== 'complete') throw new Error('Incremental delivery is not served.');
          return { status: answer.status ?? 200, headers: answer.headers, body: answer.body.string };
        },
        refuse: (error, hasBegun) => refusal(formatError(error, caller.request, log), hasBegun ? 200 : undefined),
        hasFailed: ({ status }) => status >= 400,
      }),
    stop: () => server.stop(),
  };
}

/**
 * The parts of `operations.execute` other than execution: checks texts, names the span, and reports committed events.
 */
const asInProcess: ApolloServerPlugin = {
  async requestDidStart() {
    const span = currentSpan();
    return {
      async didResolveOperation({ document, request, operation, operationName }) {
        if (span && operation) nameOperation(span, { type: operation.operation, name: operationName ?? undefined });
        refuseUnstorableText(document, request.variables);
      },
      async willSendResponse({ response: { body } }) {
        if (body.kind !== 'single') return;
        if (span) noteErrors(span, body.singleResult.errors);
        Object.assign(body.singleResult, withWritten(body.singleResult.extensions));
      },
    };
  },
};

/** The answer to a request that is refused before execution. */
export function refusal(error: GraphQLFormattedError, status = statusOf(error)): HttpAnswer {
  const headers: [string, string][] = [['content-type', 'application/json; charset=utf-8']];
  return { status, headers, body: JSON.stringify({ errors: [error] }) };
}
