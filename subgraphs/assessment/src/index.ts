export { assessment } from './subgraph.ts';
