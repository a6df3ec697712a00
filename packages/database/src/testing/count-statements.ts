import type { DataSource, Logger } from 'typeorm';

const transactionControl = /^\s*(START TRANSACTION|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b/i;

/**
 * Runs something and returns the SQL of every statement that it sent, raw `manager.query` included, in order.
 * Statements that only open or close a transaction or savepoint are left out: they say nothing about N+1.
 *
 * Counts whatever goes through `dataSource` in the meantime, so run one thing at a time.
 * @param options.counts is asked at every statement: `() => currentRequest() !== undefined` leaves out timers and upkeep
 *
 * @example
 * const { statements } = await countStatements(dataSource, () => loadCourses(dataSource.manager));
 * expect(statements).toHaveLength(2);
 */
export async function countStatements<T>(
  dataSource: DataSource,
  run: () => Promise<T>,
  options: { counts?: () => boolean } = {},
): Promise<{ result: T; statements: string[] }> {
  const { counts = () => true } = options;
  const statements: string[] = [];
  const previous = dataSource.logger;
  const note: Logger = {
    logQuery: (query) => {
      if (transactionControl.test(query) || !counts()) return;
      statements.push(query);
    },
    logQueryError: (...args) => previous.logQueryError(...args),
    logQuerySlow: (...args) => previous.logQuerySlow(...args),
    logSchemaBuild: (...args) => previous.logSchemaBuild(...args),
    logMigration: (...args) => previous.logMigration(...args),
    log: (...args) => previous.log(...args),
  };
  dataSource.logger = note;
  try {
    return { result: await run(), statements };
  } finally {
    dataSource.logger = previous;
  }
}
