export {
  type Connection,
  decodeCursor,
  encodeCursor,
  type Page,
  type PageArguments,
  readPage,
  toConnection,
} from './connection.ts';
export { allMigrations, type BaseContext, type Domain, defineSubgraph, type Runtime, type SubgraphDefinition } from './definition.ts';
export { badUserInput, forbidden, notFound, unauthenticated } from './errors.ts';
export { respond } from './http.ts';
export { parseId } from './ids.ts';
export type { Caller, LocalSubgraph, SubgraphOperation, SubscribeExtensions } from './local-subgraph.ts';
export type { ResolversFor } from './resolver-types.ts';
export { type RunningSubgraph, type StartOptions, startSubgraph } from './start.ts';
export { mapStream } from './stream.ts';
export { loadTypeDefs } from './type-defs.ts';
