import type { ServiceMap } from '@apollo/gateway';
import {
  isTraceparent,
  type Logger,
  type Metrics,
  noteErrors,
  rootFieldOf,
  runInRequest,
  type Span,
  type Tracer,
} from '@lyceum/telemetry';
import {
  type FormattedExecutionResult,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { AccessControl } from '../access/access-control.ts';
import { asFormatted, type FormatError, type SomeError } from '../errors.ts';
import { createDataSource } from '../subgraphs/data-source.ts';
import type { SubgraphConnection } from '../subgraphs/subgraph-connection.ts';
import { liveConnectionBroke } from '../subgraphs/subgraph-fault.ts';
import type { Generation } from '../supergraph/generation.ts';
import { completedEvents } from './completed-events.ts';
import { createEventExecutor, type SubscriptionRequest } from './execute-event.ts';
import { SubscriptionFailed } from './subscription-failed.ts';

/** Opens the upstream of a subscription that was admitted. */
export type OpenSubscription = (onQueued: (length: number) => void) => AsyncIterableIterator<FormattedExecutionResult>;

export interface Subscriber {
  /**
   * Admits and plans a subscription. Results and errors of the stream are ready for the client.
   * @throws {GraphQLError} or {SubscriptionFailed} where the operation is not valid, or not for this viewer
   */
  prepare(request: SubscriptionRequest): OpenSubscription;
}

/** Serves federated subscriptions of one generation: plans them, opens the primary upstream, completes its events. */
export function createSubscriber(options: {
  generation: Generation;
  connections: ReadonlyMap<string, SubgraphConnection>;
  access: AccessControl;
  formatError: FormatError;
  metrics: Metrics;
  tracer: Tracer;
  log: Logger;
}): Subscriber {
  const { generation, connections, access, metrics, tracer, log } = options;
  const dataSources: ServiceMap = Object.fromEntries(
    [...connections].map(([name, connection]) => [name, createDataSource(connection, tracer, log)]),
  );
  const format = (errors: readonly SomeError[]) =>
    errors.map((error) => options.formatError(asFormatted(error), error));

  function admit({ document, operationName, variables, context }: SubscriptionRequest): OperationDefinitionNode {
    const faults = generation.validate(document);
    if (faults.length > 0) {
      throw new SubscriptionFailed(faults.map((fault) => withCode(fault, 'GRAPHQL_VALIDATION_FAILED')));
    }
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) {
      throw new GraphQLError('Not a subscription', { extensions: { code: 'BAD_USER_INPUT' } });
    }
    access.check(document, operation, context.viewer);
    const { errors } = getVariableValues(generation.schema, operation.variableDefinitions ?? [], variables);
    if (errors) throw new SubscriptionFailed(errors.map((error) => withCode(error, 'BAD_USER_INPUT')));
    return operation;
  }

  return {
    prepare(request) {
      const field = rootFieldOf(admit(request));
      const { caller } = request.context;
      const inRequest = <Result>(work: () => Result) => runInRequest(caller.request, work);
      const plan = generation.planSubscription(request.document, request.operationName);
      const { serviceName, operation, operationName, variableUsages = [] } = plan.primary;
      const connection = connections.get(serviceName);
      if (!connection) throw new Error(`The plan names an unknown subgraph "${serviceName}"`);
      const variables = Object.fromEntries(
        variableUsages.flatMap((name) => (name in request.variables ? [[name, request.variables[name]]] : [])),
      );
      const execute = createEventExecutor({ generation, plan, dataSources, request, log });

      /** Completes an event in the trace of what caused it, and tells the client which that is. */
      async function complete(event: FormattedExecutionResult, span: Span): Promise<FormattedExecutionResult> {
        const { errors, ...result } = await execute(event);
        const formatted = errors && { errors: format(errors) };
        noteErrors(span, formatted?.errors);
        const { traceparent } = span;
        return { ...result, ...formatted, ...(traceparent && { extensions: { ...result.extensions, traceparent } }) };
      }

      return (onQueued) => {
        metrics.subscriptions.inc();
        let push: Span | undefined;
        return completedEvents({
          open(sink) {
            const fail = (errors: readonly SomeError[]) => sink.fail(inRequest(() => format(errors)));
            return connection.subscribe({ query: operation, operationName, variables }, caller, {
              // Without `data` it is no event: some servers refuse an operation this way.
              next: (event) =>
                event.data === undefined ? fail(event.errors ?? [liveConnectionBroke(serviceName)]) : sink.next(event),
              fail,
              complete: () => sink.complete(),
            });
          },
          complete(event) {
            const { requestId } = caller.request;
            const scope = { requestId, traceparent: traceparentOf(event) };
            const span = tracer.start(`push ${field}`, { kind: 'producer', scope });
            push = span;
            return span.run(() => complete(event, span));
          },
          onQueued,
          onWritten() {
            push?.end();
            push = undefined;
          },
          onEnd: () => metrics.subscriptions.dec(),
        });
      };
    },
  };
}

/** The trace of what caused an event, as its subgraph tells it. */
function traceparentOf({ extensions }: FormattedExecutionResult): string | undefined {
  const traceparent = extensions?.traceparent;
  return typeof traceparent === 'string' && isTraceparent(traceparent) ? traceparent : undefined;
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, {
    ...(error.nodes ? { nodes: error.nodes } : {}),
    extensions: { ...error.extensions, code },
  });
}
