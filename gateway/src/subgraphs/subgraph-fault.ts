import { GraphQLError } from 'graphql';
import type { SomeError } from '../errors.ts';
import { answerTooLarge } from '../limits/answer-too-large.ts';

type FaultCode =
  | 'SUBGRAPH_UNAVAILABLE'
  | 'SUBGRAPH_TIMEOUT'
  | 'OPERATION_TIMEOUT'
  | 'OPERATION_CANCELLED'
  | 'ANSWER_TOO_LARGE';

/** A subgraph gave no GraphQL answer. The message is for clients; `cause` is for the log. */
export class SubgraphFault extends GraphQLError {
  override readonly name = 'SubgraphFault';
  override readonly cause: unknown;
  constructor(code: FaultCode, service: string | null, message: string, cause?: unknown) {
    super(message, { extensions: { code, ...(service === null ? {} : { service }) } });
    this.cause = cause;
  }
}

export function unavailable(service: string, cause?: unknown): SubgraphFault {
  return new SubgraphFault('SUBGRAPH_UNAVAILABLE', service, `The subgraph "${service}" cannot be reached.`, cause);
}

export function timedOut(service: string, deadlineMs: number): SubgraphFault {
  const message = `The subgraph "${service}" did not answer within ${deadlineMs} ms.`;
  return new SubgraphFault('SUBGRAPH_TIMEOUT', service, message);
}

/** The answer exceeds what the gateway merges. */
export function tooLarge(service: string): SubgraphFault {
  return new SubgraphFault('ANSWER_TOO_LARGE', service, answerTooLarge);
}

/** The operation as a whole took too long; the data fetched so far are returned. */
export function operationTimedOut(deadlineMs: number): SubgraphFault {
  const message = `The operation did not finish within ${deadlineMs} ms: request less, or split it into several operations.`;
  return new SubgraphFault('OPERATION_TIMEOUT', null, message);
}

export function clientGone(): SubgraphFault {
  return new SubgraphFault('OPERATION_CANCELLED', null, 'The client disconnected before the operation finished.');
}

/** The same fault, with a warning for a mutation that was cut off. */
export function ofMutation(fault: SubgraphFault): SubgraphFault {
  const { code, service } = fault.extensions as { code: FaultCode; service?: string };
  const advice =
    'It may have been executed: before you retry, read the data that it should have changed, or retry with the same idempotency key if it takes one.';
  return new SubgraphFault(code, service ?? null, `${fault.message} ${advice}`, fault.cause);
}

export function liveConnectionBroke(service: string, cause?: unknown): SubgraphFault {
  const message = `The live connection to the subgraph "${service}" was lost: resubscribe with your last cursor.`;
  return new SubgraphFault('SUBGRAPH_UNAVAILABLE', service, message, cause);
}

/**
 * The error with which a subgraph refuses the gateway itself. It must not look like an error of the client's token:
 * signing in again would not help.
 */
export function signatureRefused(service: string, errors: readonly SomeError[] | undefined): SubgraphFault | undefined {
  const refusal = errors?.find(({ extensions }) => String(extensions?.reason).startsWith('SIGNATURE_'));
  return refusal && unavailable(service, new Error(`It does not accept this gateway: ${refusal.message}`));
}
