export { type IdentityEnvironment, identityOptions, readIdentityEnvironment } from './environment.ts';
export { type IdentityOptions, identity } from './subgraph.ts';
