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
  /** Name of the application, as `pg_stat_activity` shows it: `identity`. */
  name: string;
  entities: readonly EntityClass[];
  migrations: readonly MigrationClass[];
  /** Most connections at once; 10 by default. */
  poolSize?: number | undefined;
}

const statementTimeoutMs = 30_000;
/** Whoever waits for a lock holds a connection: what cannot be had soon is told as busy. */
const lockTimeoutMs = 3_000;
const idleInTransactionTimeoutMs = 30_000;
const connectTimeoutMs = 10_000;
const idleConnectionTimeoutMs = 30_000;

/**
 * Connects, runs the pending migrations, and returns the initialised DataSource; the caller destroys it. Of several
 * instances that start at once one migrates and the others wait. Nothing is retried.
 *
 * A statement may take 30 s, wait 3 s for a lock, and a transaction may idle for 30 s, then PostgreSQL cancels them;
 * migrations may take as long as they need.
 *
 * Connections are given out fairly (`runAsOwner` says to whom), and code inside a transaction gets no second one.
 *
 * @throws DatabaseUnavailable with one sentence for the person who runs the installation
 * @example
 * const dataSource = await openDatabase({ url, name: 'identity', entities: [UserEntity], migrations: [CreateUsers1700000000000] });
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<DataSource> {
  const { url, name, entities, migrations, poolSize = 10 } = options;
  // TypeORM would report a refused connection too, but it leaves the failed pool open.
  const probe = await connect(url, name);
  await probe.end();

  const dataSource = new DataSource({
    type: 'postgres',
    // The address goes to pg as it is (see extra): TypeORM's own parser does not decode a database's name.
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

/** Anything else is a mistake in an entity, which must keep its own name and stack. */
function isConnectionError(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}
