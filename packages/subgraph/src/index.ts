export { batch, byId } from './batch.ts';
export { batchPages } from './batch-pages.ts';
export {
  type Connection,
  decodeCursor,
  encodeCursor,
  type Page,
  type PageArguments,
  readPage,
  toConnection,
} from './connection.ts';
export {
  allConsumers,
  allMigrations,
  type Background,
  type BaseContext,
  type ContextOf,
  defineSubgraph,
  type Runtime,
  type SubgraphDefinition,
  type SubgraphInstance,
  type SubgraphPart,
} from './definition.ts';
export { DocumentStore } from './document-store.ts';
export { readOwnEnvironment, type SubgraphEnvironment } from './environment.ts';
export { badCursor, badUserInput, forbidden, notFound, unauthenticated } from './errors.ts';
export { encodeFeedCursor, readFeedCursor } from './feed-cursor.ts';
export { feedEvents } from './feed-events.ts';
export { clientAddressHeader, respond, timeoutHeader } from './http.ts';
export {
  type CountedConnection,
  readIdPage,
  toCountedConnection,
} from './id-page.ts';
export { readIdempotencyKey } from './idempotency-key.ts';
export { parseId } from './ids.ts';
export { loadVisible } from './load-visible.ts';
export type { Caller, LocalSubgraph, OperationTime, SubgraphOperation, SubscribeExtensions } from './local-subgraph.ts';
export type { ResolverMap } from './merge-resolvers.ts';
export { type Conflict, conflictOf, toConflict, toInvalidInput } from './outcomes.ts';
export { afterHeader, mostWritten } from './read-your-writes.ts';
export { requireFound } from './require-found.ts';
export { requireViewer } from './require-viewer.ts';
export type { EntityReference, ResolversFor } from './resolver-types.ts';
export { runAlone } from './run-alone.ts';
export { commonScalars } from './scalars.ts';
export { rightsChangedSince } from './stale-tokens/stale-tokens.ts';
export { type RunningSubgraph, type StartOptions, startSubgraph } from './start.ts';
export { isStorable } from './storable-text.ts';
export { mapStream } from './stream.ts';
export { loadTypeDefs } from './type-defs.ts';
