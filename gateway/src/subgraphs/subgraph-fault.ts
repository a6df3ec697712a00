import { GraphQLError } from 'graphql';
import type { SomeError } from '../errors.ts';

/** A subgraph gave no GraphQL answer. The message is for clients; `cause` is for the log. */
export class SubgraphFault extends GraphQLError {
  override readonly name = 'SubgraphFault';
  override readonly cause: unknown;
  constructor(code: 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT', service: string, message: string, cause?: unknown) {
    super(message, { extensions: { code, service } });
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

export function liveConnectionBroke(service: string, cause?: unknown): SubgraphFault {
  const message = `The live connection to the subgraph "${service}" broke: resubscribe with your last cursor.`;
  return new SubgraphFault('SUBGRAPH_UNAVAILABLE', service, message, cause);
}

/**
 * The fault in errors by which a subgraph refuses the gateway itself. A client must not take it for its own token's:
 * signing in again would not help.
 */
export function signatureRefused(service: string, errors: readonly SomeError[] | undefined): SubgraphFault | undefined {
  const refusal = errors?.find(({ extensions }) => String(extensions?.reason).startsWith('SIGNATURE_'));
  return refusal && unavailable(service, new Error(`It does not accept this gateway: ${refusal.message}`));
}
