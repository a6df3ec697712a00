import type { DataSource } from 'typeorm';
import { DatabaseUnavailable } from './database-unavailable.ts';
import { errorText } from './error-code.ts';

const defaultTimeoutMs = 2_000;

/**
 * Readiness check: resolves if the database answers a query within `timeoutMs`.
 * @throws DatabaseUnavailable `DATABASE_NOT_ANSWERING`
 */
export async function checkDatabase(dataSource: DataSource, timeoutMs = defaultTimeoutMs): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    await Promise.race([dataSource.query('SELECT 1'), late]);
  } catch (cause) {
    const database = dataSource.driver.database ?? 'unknown';
    throw new DatabaseUnavailable(
      'DATABASE_NOT_ANSWERING',
      `The database "${database}" does not answer: ${errorText(cause)}.`,
      { cause },
    );
  } finally {
    clearTimeout(timer);
  }
}
