export { type IdentityOptions, identity } from './subgraph.ts';
