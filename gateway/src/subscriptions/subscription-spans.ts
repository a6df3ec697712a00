import type { Caller } from '@lyceum/subgraph';
import {
  currentRequest,
  isTraceparent,
  nameOperation,
  noteErrors,
  rootFieldOf,
  type Span,
  type Tracer,
} from '@lyceum/telemetry';
import type { FormattedExecutionResult, OperationDefinitionNode } from 'graphql';

/** The spans of one subscription: its opening, then the push of each event, in the trace of the event's cause. */
export interface SubscriptionSpans {
  /** Opens the upstream within the subscription's own trace. */
  opening(open: (caller: Caller) => () => void): () => void;
  /** Completes an event in the span of its push, and adds that span's context to the result for the client. */
  pushing(
    event: FormattedExecutionResult,
    complete: () => Promise<FormattedExecutionResult>,
  ): Promise<FormattedExecutionResult>;
  /** The current push has ended: its event is written, or never will be. */
  written(): void;
}

export function createSubscriptionSpans(
  tracer: Tracer,
  operation: OperationDefinitionNode,
  caller: Caller,
): SubscriptionSpans {
  const { requestId } = caller.request;
  const field = rootFieldOf(operation);
  let push: Span | undefined;

  return {
    opening(open) {
      const attributes = { 'lyceum.request.id': requestId };
      const span = tracer.start('operation', { kind: 'server', scope: caller.request, attributes });
      nameOperation(span, { type: operation.operation, name: operation.name?.value });
      try {
        return span.run(() => open({ ...caller, request: currentRequest() ?? caller.request }));
      } finally {
        span.end();
      }
    },
    pushing(event, complete) {
      const span = tracer.start(`push ${field}`, {
        kind: 'producer',
        scope: { requestId, traceparent: traceparentOf(event) },
      });
      push = span;
      const { traceparent } = span;
      return span.run(async () => {
        try {
          const result = await complete();
          noteErrors(span, result.errors);
          return traceparent ? { ...result, extensions: { ...result.extensions, traceparent } } : result;
        } catch (error) {
          span.fail(error);
          throw error;
        }
      });
    },
    written() {
      push?.end();
      push = undefined;
    },
  };
}

/** The trace of an event's cause, as reported by its subgraph. */
function traceparentOf({ extensions }: FormattedExecutionResult): string | undefined {
  const traceparent = extensions?.traceparent;
  return typeof traceparent === 'string' && isTraceparent(traceparent) ? traceparent : undefined;
}
