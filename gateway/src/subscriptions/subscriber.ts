import type { ServiceMap } from '@apollo/gateway';
import { type Logger, type Metrics, runInRequest, type Tracer } from '@lyceum/telemetry';
import type { FormattedExecutionResult } from 'graphql';
import type { Identity } from '../context.ts';
import { asFormatted, type FormatError, type SomeError } from '../errors.ts';
import type { PreparedOperation } from '../operations/prepare-operation.ts';
import type { RecentWrites } from '../read-your-writes/recent-writes.ts';
import { createDataSource } from '../subgraphs/data-source.ts';
import type { SubgraphConnection } from '../subgraphs/subgraph-connection.ts';
import { liveConnectionBroke } from '../subgraphs/subgraph-fault.ts';
import type { Generation } from '../supergraph/generation.ts';
import { completedEvents } from './completed-events.ts';
import { createEventExecutor } from './execute-event.ts';
import { createSubscriptionSpans } from './subscription-spans.ts';

/** Opens the upstream of an admitted subscription. */
export type OpenSubscription = (onQueued: (length: number) => void) => AsyncIterableIterator<FormattedExecutionResult>;

export interface Subscriber {
  /**
   * Plans a subscription. Results and errors of the stream are ready for the client.
   * @throws {GraphQLError} if the operation cannot be planned
   */
  plan(prepared: PreparedOperation, identity: Identity): OpenSubscription;
}

/** Serves federated subscriptions of one generation: plans them, opens the primary upstream, completes its events. */
export function createSubscriber(options: {
  generation: Generation;
  connections: ReadonlyMap<string, SubgraphConnection>;
  formatError: FormatError;
  recentWrites: RecentWrites;
  deadlineMs: number;
  metrics: Metrics;
  tracer: Tracer;
  log: Logger;
}): Subscriber {
  const { generation, connections, recentWrites, deadlineMs, metrics, tracer, log } = options;
  const dataSources: ServiceMap = Object.fromEntries(
    [...connections].map(([name, connection]) => [name, createDataSource(connection, recentWrites, tracer, log)]),
  );
  const format = (errors: readonly SomeError[]) =>
    errors.map((error) => options.formatError(asFormatted(error), error));

  return {
    plan(prepared, identity) {
      const caller = recentWrites.of(identity).tell(identity.caller);
      const inRequest = <Result>(work: () => Result) => runInRequest(caller.request, work);
      const planned = prepared.plan();
      const plan = generation.planSubscription(planned);
      const { serviceName, operation, operationName, variableUsages = [] } = plan.primary;
      const connection = connections.get(serviceName);
      if (!connection) throw new Error(`The plan refers to an unknown subgraph "${serviceName}"`);
      const variables = Object.fromEntries(
        variableUsages.flatMap((name) => (name in prepared.variables ? [[name, prepared.variables[name]]] : [])),
      );
      const request = { planned, name: prepared.name, variables: prepared.variables, identity };
      const execute = createEventExecutor({ generation, plan, dataSources, request, deadlineMs, log });

      return (onQueued) => {
        metrics.subscriptions.inc();
        const spans = createSubscriptionSpans(tracer, prepared.operation, caller);
        return completedEvents({
          open(sink) {
            const fail = (errors: readonly SomeError[]) => sink.fail(inRequest(() => format(errors)));
            return spans.opening((caller) =>
              connection.subscribe({ query: operation, operationName, variables }, caller, {
                // Without `data` it is not an event: some servers refuse an operation this way.
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
              return planned.restore(errors ? { ...result, errors: format(errors) } : result);
            }),
          onQueued,
          onWritten: spans.written,
          onEnd: () => metrics.subscriptions.dec(),
        });
      };
    },
  };
}
