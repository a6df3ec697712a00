export { findEventBreaks } from './events/check.ts';
export { type EventDeclarations, generateCatalogue } from './events/generate.ts';
export { findBreaks, type RegisteredOperation } from './graph/check.ts';
export { CompositionFailed, type Contract, composeContract } from './graph/compose.ts';
