import { destination, type Logger, pino } from 'pino';
import { currentRequest } from './current-request.ts';
import { traceIdOf } from './trace-context.ts';

export type { Logger } from 'pino';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';

/**
 * A logger that writes JSON lines to standard error, each with the ids of the request and of the trace it belongs to.
 * Passwords and tokens are left out wherever they stand on the first two levels of an entry.
 */
export function createLogger(name: string, level: LogLevel = 'info'): Logger {
  return pino(
    {
      name,
      level,
      base: { name },
      mixin: requestFields,
      redact: ['password', '*.password', 'authorization', '*.authorization', 'refreshToken', '*.refreshToken'],
    },
    destination({ dest: 2, sync: true }),
  );
}

/** What log lines say of the request that the code runs in. */
export function requestFields(): { requestId?: string; traceId?: string } {
  const request = currentRequest();
  if (!request) return {};
  const { requestId, traceparent } = request;
  return traceparent ? { requestId, traceId: traceIdOf(traceparent) } : { requestId };
}
