export { createLogger, type Logger, type LogLevel } from './logger.ts';
export { Counter, createMetrics, Gauge, Histogram, type Metrics, observeProcess, serializeMetrics } from './metrics.ts';
export { currentRequest, type RequestScope, requestScope, runInRequest } from './request-scope.ts';
