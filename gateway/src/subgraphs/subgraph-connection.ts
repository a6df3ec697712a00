import type { Caller, SubgraphOperation } from '@lyceum/subgraph';
import type { FormattedExecutionResult } from 'graphql';
import type { SomeError } from '../errors.ts';

/** Receives what a subscription delivers; after `fail` or `complete` nothing more comes. */
export interface EventSink {
  next(event: FormattedExecutionResult): void;
  fail(errors: readonly SomeError[]): void;
  complete(): void;
}

/** A subgraph as the gateway sees it, whether it runs in this process or behind a URL. */
export interface SubgraphConnection {
  readonly name: string;
  /**
   * Executes a query or a mutation.
   * @throws {SubgraphFault} where no GraphQL answer came within the deadline
   */
  execute(operation: SubgraphOperation, caller: Caller): Promise<FormattedExecutionResult>;
  /** Opens a subscription; the returned function ends it at once. */
  subscribe(operation: SubgraphOperation, caller: Caller, sink: EventSink): () => void;
  /** @throws where the subgraph cannot serve */
  checkHealth(): Promise<void>;
  /** Lets go of sockets; what is still running is cut off. */
  close(): Promise<void>;
}
