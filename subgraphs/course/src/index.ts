export { course } from './subgraph.ts';
