import type { SignedOperation } from '@lyceum/auth';
import type { RequestScope } from '@lyceum/telemetry';
import type { FormattedExecutionResult } from 'graphql';

/** An operation as the gateway sends it to a subgraph. */
export type SubgraphOperation = SignedOperation;

/** On whose behalf an operation runs, and which request it belongs to. */
export interface Caller {
  /** The viewer's access token as the client sent it, without `Bearer`; the subgraph verifies it itself. */
  readonly token: string | undefined;
  readonly request: RequestScope;
  /** Events that the caller has just caused, as `extensions.written` told of them: to be applied before this is answered. */
  readonly after?: readonly string[];
}

/** How long an operation is to go on. */
export interface OperationTime {
  /** Aborts when nobody wants the answer any more: the operation stops, and so do its statements. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that the operation may take; without it there is no limit. */
  readonly timeoutMs?: number | undefined;
}

/**
 * A subgraph in the same process, reached without HTTP. Whoever holds this object may call the subgraph as the gateway
 * may: no signature is asked for. Results are as over HTTP: scalars serialised, errors formatted and masked.
 */
export interface LocalSubgraph {
  readonly name: string;
  execute(operation: SubgraphOperation, caller: Caller, time?: OperationTime): Promise<FormattedExecutionResult>;
  /** Answers a stream, or a result with errors where the operation was refused. `return()` ends the stream at once. */
  subscribe(
    operation: SubgraphOperation,
    caller: Caller,
  ): Promise<AsyncIterableIterator<FormattedExecutionResult> | FormattedExecutionResult>;
  /** @throws where the subgraph cannot serve (its database does not answer, for instance) */
  checkHealth(): Promise<void>;
}

/** What the gateway puts into the `extensions` of a subscribe message to a subgraph's socket. */
export interface SubscribeExtensions {
  readonly token?: string;
  readonly signature?: string;
  readonly requestId?: string;
  readonly traceparent?: string;
  readonly after?: readonly string[];
}
