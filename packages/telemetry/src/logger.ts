import { destination, type Logger, pino } from 'pino';
import { currentRequest } from './request-scope.ts';

export type { Logger } from 'pino';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';

/**
 * A logger that writes JSON lines to standard error, each with the id of the request it belongs to.
 * Passwords and tokens are left out wherever they stand on the first two levels of an entry.
 */
export function createLogger(name: string, level: LogLevel = 'info'): Logger {
  return pino(
    {
      name,
      level,
      base: { name },
      mixin: () => {
        const request = currentRequest();
        return request ? { requestId: request.requestId } : {};
      },
      redact: ['password', '*.password', 'authorization', '*.authorization', 'refreshToken', '*.refreshToken'],
    },
    destination({ dest: 2, sync: true }),
  );
}
