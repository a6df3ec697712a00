import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { DatabaseUnavailable } from './database-unavailable.ts';
import { errorCode, errorText } from './error-code.ts';

/** Any fixed number: advisory locks are local to a database, and nothing else takes this one. */
const migrationLock = 7_316_101;
const lockTimeoutMs = 10 * 60_000;

/**
 * Runs the pending migrations, each in its own transaction, under an advisory lock: instances that start together take
 * turns, and the later ones find nothing to do.
 * @throws DatabaseUnavailable `DATABASE_MIGRATION_FAILED`; migrations before the failed one stay applied
 */
export async function runMigrations(dataSource: DataSource, name: string): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await lock(runner, name);
    try {
      await migrate(dataSource, runner, name);
    } finally {
      await unlock(runner);
    }
  } finally {
    await runner.release();
  }
}

async function lock(runner: QueryRunner, name: string): Promise<void> {
  await runner.query(`SET statement_timeout = 0; SET lock_timeout = ${lockTimeoutMs}`);
  try {
    await runner.query(`SELECT pg_advisory_lock(${migrationLock})`);
  } catch (cause) {
    if (errorCode(cause) !== '55P03') throw cause;
    throw new DatabaseUnavailable(
      'DATABASE_MIGRATION_FAILED',
      `Another instance of "${name}" has been migrating its database for ten minutes; wait for it, or stop it and start again.`,
      { cause },
    );
  }
}

async function migrate(dataSource: DataSource, runner: QueryRunner, name: string): Promise<void> {
  const executor = new MigrationExecutor(dataSource, runner);
  executor.transaction = 'each';
  try {
    await executor.executePendingMigrations();
  } catch (cause) {
    throw new DatabaseUnavailable(
      'DATABASE_MIGRATION_FAILED',
      `A migration of "${name}" failed and was rolled back: ${errorText(cause)}.`,
      { cause },
    );
  }
}

/** Fails only if the connection is lost, in which case PostgreSQL has released the lock. */
async function unlock(runner: QueryRunner): Promise<void> {
  try {
    await runner.query(`SELECT pg_advisory_unlock(${migrationLock})`);
    await runner.query('RESET statement_timeout; RESET lock_timeout');
  } catch {
    return;
  }
}
