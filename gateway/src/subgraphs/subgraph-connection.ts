import type { Caller, SubgraphOperation } from '@lyceum/subgraph';
import type { FormattedExecutionResult } from 'graphql';
import type { SomeError } from '../errors.ts';

/** Receives a subscription's events; nothing follows `fail` or `complete`. */
export interface EventSink {
  next(event: FormattedExecutionResult): void;
  fail(errors: readonly SomeError[]): void;
  complete(): void;
}

/** The time limits of a fetch within its operation. */
export interface FetchTime {
  readonly signal: AbortSignal;
  /** Milliseconds left for the operation. */
  readonly remainingMs: number;
}

/** The gateway's connection to a subgraph, in this process or behind a URL. */
export interface SubgraphConnection {
  readonly name: string;
  /**
   * Executes a query or a mutation.
   * @throws {SubgraphFault} if no GraphQL answer arrived within the deadline; the signal's reason if it aborts. The
   * subgraph is told to stop in both cases
   */
  execute(operation: SubgraphOperation, caller: Caller, time: FetchTime): Promise<FormattedExecutionResult>;
  /** Opens a subscription; the returned function ends it immediately. */
  subscribe(operation: SubgraphOperation, caller: Caller, sink: EventSink): () => void;
  /** @throws if the subgraph cannot serve */
  checkHealth(): Promise<void>;
  /** Closes sockets; running requests are aborted. */
  close(): Promise<void>;
}
