import '../apollo/environment.ts';
import { buildOperationContext, executeQueryPlan, type ServiceMap } from '@apollo/gateway';
import type { Logger } from '@lyceum/telemetry';
import type { DocumentNode, ExecutionResult, FormattedExecutionResult } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { asFormatted } from '../errors.ts';
import type { Generation, SubscriptionPlan } from '../supergraph/generation.ts';

/** A subscription as a client asked for it. */
export interface SubscriptionRequest {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
}

type RequestContext = Parameters<typeof executeQueryPlan>[2];

/**
 * Makes the function that completes events from the other subgraphs. An event is a query plan whose first fetch has
 * already arrived: the plan is executed with a data source that answers that fetch from the event.
 */
export function createEventExecutor(options: {
  generation: Generation;
  plan: SubscriptionPlan;
  dataSources: ServiceMap;
  request: SubscriptionRequest;
  log: Logger;
}): (event: FormattedExecutionResult) => Promise<ExecutionResult> {
  const { generation, plan, dataSources, request, log } = options;
  const operationContext = buildOperationContext({
    schema: generation.schema,
    operationDocument: request.document,
    ...(request.operationName === undefined ? {} : { operationName: request.operationName }),
  });

  return async (event) => {
    // What the executor reads of it; `metrics` must be an object, or an error of a subgraph becomes a TypeError.
    const requestContext = {
      request: { variables: request.variables, operationName: request.operationName },
      context: request.context,
      logger: log,
      metrics: {},
    } as unknown as RequestContext;
    return executeQueryPlan(
      plan.event,
      withEvent(dataSources, plan.primary.serviceName, event),
      requestContext,
      operationContext,
      generation.supergraphSchema,
      generation.apiSchema,
    );
  };
}

function withEvent(dataSources: ServiceMap, service: string, event: FormattedExecutionResult): ServiceMap {
  let arrived = false;
  return {
    ...dataSources,
    [service]: {
      async process(options) {
        const source = dataSources[service];
        if (arrived && source) return source.process(options);
        arrived = true;
        return {
          data: event.data ?? null,
          ...(event.errors ? { errors: event.errors.map(asFormatted) } : {}),
        };
      },
    },
  };
}
