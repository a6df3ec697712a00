export { type CollectedSpan, startCollector, type TestCollector } from './collector.ts';
export { printTrace } from './print-trace.ts';
