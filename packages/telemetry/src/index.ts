export { readTracingEnvironment, type TracingEnvironment } from './environment.ts';
export { nameOperation, noteErrors } from './graphql-operation.ts';
export { createLogger, type Logger, type LogLevel } from './logger.ts';
export { Counter, createMetrics, Gauge, Histogram, type Metrics, observeProcess, serializeMetrics } from './metrics.ts';
export { currentRequest, currentSpan, type RequestScope, requestScope, runInRequest } from './request-scope.ts';
export { silentTracer } from './silent-tracer.ts';
export { traceIdOf } from './trace-context.ts';
export type { Attributes, Span, SpanKind, SpanOptions, Tracer } from './tracer.ts';
export { noTracing, startTracing, type Tracing } from './tracing.ts';
