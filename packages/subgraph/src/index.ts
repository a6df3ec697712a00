export type { Caller, LocalSubgraph, SubgraphOperation, SubscribeExtensions } from './local-subgraph.ts';
