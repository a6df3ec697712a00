export { runStatementsIn, StatementScope } from './cancellable-client.ts';
export { checkDatabase } from './check-database.ts';
export { connect } from './connect.ts';
export { databaseNow } from './database-now.ts';
export { DatabaseUnavailable, type DatabaseUnavailableCode } from './database-unavailable.ts';
export { databaseName, databaseUrl, parseDatabaseServerUrl, withoutPassword } from './database-url.ts';
export { type FoundPostgres, findEmbeddedPostgres } from './embedded/find-embedded-postgres.ts';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded/start-embedded-postgres.ts';
export { type EnsureDatabaseOptions, ensureDatabase } from './ensure-database.ts';
export { groupedBy } from './grouped-by.ts';
export { type EntityClass, type MigrationClass, type OpenDatabaseOptions, openDatabase } from './open-database.ts';
export { refuseInTransaction, runAsOwner, strangers } from './pool/connection-scope.ts';
export { DatabaseBusy, isBusy } from './pool/database-busy.ts';
export { SecondConnection } from './pool/guard-pool.ts';
export { type IdPage, type PageFilter, repositoryOf } from './repository.ts';
