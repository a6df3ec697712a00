import type { Caller, SubgraphOperation } from '@lyceum/subgraph';
import type { FormattedExecutionResult } from 'graphql';
import type { SomeError } from '../errors.ts';

/** Receives what a subscription delivers; after `fail` or `complete` nothing more comes. */
export interface EventSink {
  next(event: FormattedExecutionResult): void;
  fail(errors: readonly SomeError[]): void;
  complete(): void;
}

/** How long a fetch may go on, as a part of its operation. */
export interface FetchTime {
  readonly signal: AbortSignal;
  /** Milliseconds that are left to the operation. */
  readonly remainingMs: number;
}

/** A subgraph as the gateway sees it, whether it runs in this process or behind a URL. */
export interface SubgraphConnection {
  readonly name: string;
  /**
   * Executes a query or a mutation.
   * @throws {SubgraphFault} where no GraphQL answer came within the deadline; the signal's reason, once it aborts. The
   * subgraph is told to stop in both cases
   */
  execute(operation: SubgraphOperation, caller: Caller, time: FetchTime): Promise<FormattedExecutionResult>;
  /** Opens a subscription; the returned function ends it at once. */
  subscribe(operation: SubgraphOperation, caller: Caller, sink: EventSink): () => void;
  /** @throws where the subgraph cannot serve */
  checkHealth(): Promise<void>;
  /** Lets go of sockets; what is still running is cut off. */
  close(): Promise<void>;
}
