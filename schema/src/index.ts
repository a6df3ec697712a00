export { findBreaks, type RegisteredOperation } from './check.ts';
export { CompositionFailed, type Contract, composeContract } from './compose.ts';
