import { destination, type Logger, pino } from 'pino';
import { currentRequest } from './current-request.ts';
import { traceIdOf } from './trace-context.ts';

export type { Logger } from 'pino';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';

/**
 * A logger that writes JSON lines to standard error, each with its request and trace ids. Passwords and tokens are
 * omitted on the first two levels of an entry.
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

/** The log fields of the current request. */
export function requestFields(): { requestId?: string; traceId?: string } {
  const request = currentRequest();
  if (!request) return {};
  const { requestId, traceparent } = request;
  return traceparent ? { requestId, traceId: traceIdOf(traceparent) } : { requestId };
}
