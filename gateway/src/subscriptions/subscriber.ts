import type { ServiceMap } from '@apollo/gateway';
import { type Logger, type Metrics, runInRequest, type Tracer } from '@lyceum/telemetry';
import {
  type FormattedExecutionResult,
  GraphQLError,
  getOperationAST,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { AccessControl } from '../access/access-control.ts';
import type { CostControl } from '../cost/cost-control.ts';
import { asFormatted, type FormatError, type SomeError } from '../errors.ts';
import { checkVariables } from '../limits/wrong-variables.ts';
import type { RecentWrites } from '../read-your-writes/recent-writes.ts';
import { createDataSource } from '../subgraphs/data-source.ts';
import type { SubgraphConnection } from '../subgraphs/subgraph-connection.ts';
import { liveConnectionBroke } from '../subgraphs/subgraph-fault.ts';
import type { Generation } from '../supergraph/generation.ts';
import { completedEvents } from './completed-events.ts';
import { createEventExecutor, type SubscriptionRequest } from './execute-event.ts';
import { SubscriptionFailed } from './subscription-failed.ts';
import { createSubscriptionSpans } from './subscription-spans.ts';

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
  recentWrites: RecentWrites;
  costs: CostControl;
  deadlineMs: number;
  formatError: FormatError;
  metrics: Metrics;
  tracer: Tracer;
  log: Logger;
}): Subscriber {
  const { generation, connections, access, costs, recentWrites, deadlineMs, metrics, tracer, log } = options;
  const dataSources: ServiceMap = Object.fromEntries(
    [...connections].map(([name, connection]) => [name, createDataSource(connection, recentWrites, tracer, log)]),
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
    checkVariables(generation.schema, operation, variables);
    costs.check(document, operation, variables, context.viewer);
    return operation;
  }

  return {
    prepare(request) {
      const asked = admit(request);
      const caller = recentWrites.of(request.context).tell(request.context.caller);
      const inRequest = <Result>(work: () => Result) => runInRequest(caller.request, work);
      const plan = generation.planSubscription(request.document, request.operationName);
      const { serviceName, operation, operationName, variableUsages = [] } = plan.primary;
      const connection = connections.get(serviceName);
      if (!connection) throw new Error(`The plan names an unknown subgraph "${serviceName}"`);
      const variables = Object.fromEntries(
        variableUsages.flatMap((name) => (name in request.variables ? [[name, request.variables[name]]] : [])),
      );
      const execute = createEventExecutor({ generation, plan, dataSources, request, deadlineMs, log });

      return (onQueued) => {
        metrics.subscriptions.inc();
        const spans = createSubscriptionSpans(tracer, asked, caller);
        return completedEvents({
          open(sink) {
            const fail = (errors: readonly SomeError[]) => sink.fail(inRequest(() => format(errors)));
            return spans.opening((caller) =>
              connection.subscribe({ query: operation, operationName, variables }, caller, {
                // Without `data` it is no event: some servers refuse an operation this way.
                next: (event) =>
                  event.data === undefined
                    ? fail(event.errors ?? [liveConnectionBroke(serviceName)])
                    : sink.next(event),
                fail,
                complete: () => sink.complete(),
              }),
            );
          },
          complete: (event) =>
            spans.pushing(event, async () => {
              const { errors, ...result } = await execute(event);
              return errors ? { ...result, errors: format(errors) } : result;
            }),
          onQueued,
          onWritten: spans.written,
          onEnd: () => metrics.subscriptions.dec(),
        });
      };
    },
  };
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, {
    ...(error.nodes ? { nodes: error.nodes } : {}),
    extensions: { ...error.extensions, code },
  });
}
