import type { Logger } from 'typeorm';

const nothing = (): void => undefined;

/** TypeORM's own loggers print failed migrations even when logging is off; here failures are only thrown. */
export const quietLogger: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};
