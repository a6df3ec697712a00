import { DataSource, type MigrationInterface } from 'typeorm';
import { CancellableClient } from './cancellable-client.ts';
import { connect } from './connect.ts';
import { connectionFailure } from './connection-failure.ts';
import { databaseName } from './database-url.ts';
import { guardPool } from './pool/guard-pool.ts';
import { quietLogger } from './quiet-logger.ts';
import { runMigrations } from './run-migrations.ts';

/** A class decorated with TypeORM's `@Entity`. */
export type EntityClass = abstract new (...args: never[]) => object;
/** A migration; TypeORM orders them by the 13-digit timestamp at the end of their name. */
export type MigrationClass = new () => MigrationInterface;

export interface OpenDatabaseOptions {
  url: string;
  /** Application name in `pg_stat_activity`: `identity`. */
  name: string;
  entities: readonly EntityClass[];
  migrations: readonly MigrationClass[];
  /** Maximum number of connections; default 10. */
  poolSize?: number | undefined;
}

const statementTimeoutMs = 30_000;
/** A request that waits for a lock holds a connection, so it fails as busy soon. */
const lockTimeoutMs = 3_000;
const idleInTransactionTimeoutMs = 30_000;
const connectTimeoutMs = 10_000;
const idleConnectionTimeoutMs = 30_000;

/**
 * Connects, runs the pending migrations, and returns the initialised DataSource; the caller destroys it. If several
 * instances start at once, one migrates and the others wait. Nothing is retried.
 *
 * Limits: 30 s for a statement, 3 s for a lock, 30 s for an idle transaction; PostgreSQL cancels what exceeds them.
 * Migrations have no limit.
 *
 * Connections are shared fairly between owners (see `runAsOwner`), and code inside a transaction gets no second one.
 * @throws DatabaseUnavailable with one sentence for the operator
 * @example const dataSource = await openDatabase({ url, name: 'identity', entities: [UserEntity], migrations:
 * [CreateUsers1700000000000] });
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<DataSource> {
  const { url, name, entities, migrations, poolSize = 10 } = options;
  // TypeORM would also report a refused connection, but it leaves the failed pool open.
  const probe = await connect(url, name);
  await probe.end();

  const dataSource = new DataSource({
    type: 'postgres',
    // The address goes to pg unchanged (see extra): TypeORM's own parser does not decode a database name.
    database: databaseName(url),
    applicationName: name,
    entities: [...entities],
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    logger: quietLogger,
    poolSize,
    connectTimeoutMS: connectTimeoutMs,
    extra: {
      Client: CancellableClient,
      connectionString: url,
      keepAlive: true,
      idleTimeoutMillis: idleConnectionTimeoutMs,
      statement_timeout: statementTimeoutMs,
      lock_timeout: lockTimeoutMs,
      idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
    },
  });
  try {
    await dataSource.initialize();
  } catch (error) {
    throw isConnectionError(error) ? connectionFailure(error, url) : error;
  }
  try {
    await runMigrations(dataSource, name);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  guardPool(dataSource, poolSize);
  return dataSource;
}

/** Anything else is an error in an entity, which must keep its own name and stack. */
function isConnectionError(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}
