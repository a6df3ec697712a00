import '../apollo/environment.ts';
import { buildOperationContext, executeQueryPlan, type ServiceMap } from '@apollo/gateway';
import type { Logger } from '@lyceum/telemetry';
import type { FormattedExecutionResult } from 'graphql';
import type { GatewayContext, Identity } from '../context.ts';
import { asFormatted } from '../errors.ts';
import { AnswerAllowance } from '../limits/answer-allowance.ts';
import { startLifetime } from '../operation-lifetime.ts';
import type { PlannedOperation } from '../operations/prepare-operation.ts';
import type { Generation, SubscriptionPlan } from '../supergraph/generation.ts';

/** A planned subscription. */
export interface SubscriptionRequest {
  readonly planned: PlannedOperation;
  readonly name: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly identity: Identity;
}

type EventResult = Awaited<ReturnType<typeof executeQueryPlan>>;
type RequestContext = Parameters<typeof executeQueryPlan>[2];

/**
 * Creates the function that completes events from the other subgraphs. An event is a query plan whose first fetch has
 * already arrived: the plan is executed with a data source that answers that fetch from the event.
 */
export function createEventExecutor(options: {
  generation: Generation;
  plan: SubscriptionPlan;
  dataSources: ServiceMap;
  request: SubscriptionRequest;
  deadlineMs: number;
  log: Logger;
}): (event: FormattedExecutionResult) => Promise<EventResult> {
  const { generation, plan, dataSources, request, deadlineMs, log } = options;
  const operationContext = buildOperationContext({
    schema: generation.schema,
    operationDocument: request.planned.document,
    ...(request.name === undefined ? {} : { operationName: request.name }),
  });

  return async (event) => {
    const lifetime = startLifetime(deadlineMs);
    const context: GatewayContext = { ...request.identity, lifetime, allowance: new AnswerAllowance() };
    // The properties that the executor reads; `metrics` must be an object, or an error of a subgraph becomes a
    // TypeError.
    const requestContext = {
      request: { variables: request.variables, operationName: request.name },
      context,
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
    ).finally(lifetime.end);
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
