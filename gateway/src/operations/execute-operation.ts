import { currentSpan, type Metrics, noteErrors } from '@lyceum/telemetry';
import { type FormattedExecutionResult, GraphQLError } from 'graphql';
import type { Identity } from '../context.ts';
import { asFormatted, type FormatError, type SomeError } from '../errors.ts';
import { AnswerAllowance } from '../limits/answer-allowance.ts';
import { Bulkhead } from '../limits/bulkhead.ts';
import { bulkheadLimits } from '../limits/limits.ts';
import { createLoopLoad } from '../limits/loop-load.ts';
import type { OperationLifetime } from '../operation-lifetime.ts';
import type { Pipeline } from '../pipeline.ts';
import { OperationRefused, type PreparedOperation } from './prepare-operation.ts';

/** An answer and its HTTP status. */
export interface OperationAnswer {
  readonly status: number;
  readonly result: FormattedExecutionResult;
}

/**
 * Prepares and executes a query or a mutation. Names its span, measures its time, and prepares its errors for the
 * client.
 * @param prepare throws to refuse the operation
 */
export type ExecuteOperation = (
  prepare: () => PreparedOperation,
  identity: Identity,
  lifetime: OperationLifetime,
) => Promise<OperationAnswer>;

/** Creates the function that executes queries and mutations from any transport. */
export function createOperationExecution(options: {
  pipeline: Pipeline;
  formatError: FormatError;
  metrics: Metrics;
}): ExecuteOperation {
  const { pipeline, metrics } = options;
  const load = createLoopLoad();
  const { runningWhenBusy, busyLoad, ...limits } = bulkheadLimits;
  const bulkhead = new Bulkhead({
    ...limits,
    running: () => (load() < busyLoad ? limits.running : runningWhenBusy),
  });

  async function run(
    { name, variables, cost, plan }: PreparedOperation,
    identity: Identity,
    lifetime: OperationLifetime,
  ): Promise<OperationAnswer> {
    const planned = plan();
    const response = await pipeline.executeOperation(
      { query: planned.source, variables: { ...variables }, ...(name === undefined ? {} : { operationName: name }) },
      { contextValue: { ...identity, lifetime, allowance: new AnswerAllowance() } },
    );
    if (response.body.kind !== 'single') throw new Error('The gateway does not support incremental delivery');
    const { extensions, ...result } = planned.restore(response.body.singleResult);
    return { status: response.http.status ?? 200, result: { ...result, extensions: { ...extensions, cost } } };
  }

  return async (prepare, identity, lifetime) => {
    const stop = metrics.requests.startTimer();
    const span = currentSpan();
    let type = 'none';
    let answer: OperationAnswer;
    try {
      answer = await bulkhead.run(ownerOf(identity), () => {
        const prepared = prepare();
        type = prepared.operation.operation;
        return run(prepared, identity, lifetime);
      });
    } catch (error) {
      answer = refusalOf(error, options.formatError);
    } finally {
      lifetime.end();
    }
    const { errors } = answer.result;
    if (span) noteErrors(span, errors);
    stop({ type, outcome: errors ? 'error' : 'success' });
    return answer;
  };
}

/** Anonymous viewers are identified by their network address, which many may share. */
function ownerOf({ viewer, caller }: Identity): string {
  return viewer?.userId ?? `from ${caller.request.clientAddress}`;
}

/**
 * The answer to an operation that does not run. Anything other than a GraphQL error is a defect, which is logged and
 * masked.
 */
export function refusalOf(error: unknown, formatError: FormatError): OperationAnswer {
  const errors = errorsIn(error);
  const statuses = errors.map(({ extensions }) => (extensions?.http as { status?: number } | undefined)?.status ?? 400);
  const isDefect = !(error instanceof GraphQLError || error instanceof OperationRefused);
  return {
    status: isDefect ? 500 : Math.max(...statuses),
    result: { errors: errors.map((one) => formatError(asFormatted(one), one)) },
  };
}

/** The GraphQL errors in a thrown value; a defect becomes an error without a code. */
export function errorsIn(error: unknown): readonly SomeError[] {
  if (error instanceof OperationRefused) return error.errors;
  if (error instanceof GraphQLError) return [error];
  return [
    new GraphQLError('Internal error', { originalError: error instanceof Error ? error : new Error(String(error)) }),
  ];
}
