import type { SignedOperation } from '@lyceum/auth';
import type { RequestScope } from '@lyceum/telemetry';
import type { FormattedExecutionResult } from 'graphql';

/** An operation as the gateway sends it to a subgraph. */
export type SubgraphOperation = SignedOperation;

/** The viewer and the request of an operation. */
export interface Caller {
  /** The viewer's access token as the client sent it, without `Bearer`; the subgraph verifies it itself. */
  readonly token: string | undefined;
  readonly request: RequestScope;
  /** Events that the caller has just caused, as reported by `extensions.written`: applied before this is answered. */
  readonly after?: readonly string[];
}

/** The limits on an operation's duration. */
export interface OperationTime {
  /** Aborts when the answer is no longer needed: the operation and its statements stop. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that the operation may take; without it there is no limit. */
  readonly timeoutMs?: number | undefined;
}

/**
 * A subgraph in the same process, called without HTTP. Holders of this object have the gateway's rights: no signature
 * is required. Results are the same as over HTTP: scalars serialised, errors formatted and masked.
 */
export interface LocalSubgraph {
  readonly name: string;
  execute(operation: SubgraphOperation, caller: Caller, time?: OperationTime): Promise<FormattedExecutionResult>;
  /** Returns a stream, or a result with errors if the operation was refused. `return()` ends the stream at once. */
  subscribe(
    operation: SubgraphOperation,
    caller: Caller,
  ): Promise<AsyncIterableIterator<FormattedExecutionResult> | FormattedExecutionResult>;
  /** @throws if the subgraph cannot serve (its database does not answer, for instance) */
  checkHealth(): Promise<void>;
}

/** The `extensions` of the gateway's subscribe messages to a subgraph's socket. */
export interface SubscribeExtensions {
  readonly token?: string;
  readonly signature?: string;
  readonly requestId?: string;
  readonly traceparent?: string;
  readonly after?: readonly string[];
}
