import {
  connect,
  databaseUrl,
  findEmbeddedPostgres,
  openDatabase,
  parseDatabaseServerUrl,
  startEmbeddedPostgres,
} from '@lyceum/database';
import { OperatorError } from '@lyceum/environment';
import type { ConsumerContext, EventSource } from '@lyceum/outbox';
import { createLogger } from '@lyceum/telemetry';
import type { DatabasesEnvironment } from '../environment.ts';
import type { Domain } from './domains.ts';

/** The databases of an installation, for a command. */
export interface Databases {
  /** Opens a domain's database for its consumers. */
  open(domain: Domain): Promise<ConsumerContext>;
  /** Opens a connection for reading a domain's history. */
  connect(domain: Domain): Promise<EventSource>;
  nameOf(domain: Domain): string;
  /** Closes the connections, and stops the server if it was started for the command. */
  close(): Promise<void>;
}

/**
 * Finds the server: that of DATABASE_URL, or the embedded one of LYCEUM_DATA_DIR, which is started if it is not
 * running.
 * @throws {OperatorError} if there is no installation yet
 * @throws DatabaseUnavailable
 */
export async function openDatabases(
  environment: DatabasesEnvironment,
  onProgress: (line: string) => void,
): Promise<Databases> {
  const closers: (() => Promise<unknown>)[] = [];
  const serverUrl = await findServer(environment, onProgress, closers);
  const nameOf = ({ name }: Domain) => `${environment.DATABASE_PREFIX}${name}`;
  const urlOf = (domain: Domain) => databaseUrl(serverUrl, nameOf(domain));
  return {
    nameOf,
    async open(domain) {
      // Without migrations: the subgraph itself migrates its database to its release.
      const { name, entities } = domain;
      const options = { url: urlOf(domain), name: `${name} operator`, entities, migrations: [], poolSize: 2 };
      const dataSource = await openDatabase(options);
      closers.push(() => dataSource.destroy());
      const [{ ready }] = await dataSource.query("SELECT to_regclass('discarded_event') IS NOT NULL AS ready");
      if (!ready) {
        throw new OperatorError(
          'DATABASE_NOT_MIGRATED',
          `The database ${nameOf(domain)} has not been migrated to this release: start Lyceum once, then try again.`,
        );
      }
      return { dataSource, log: createLogger(`${name} operator`, 'silent'), onCommitted: () => undefined };
    },
    async connect(domain) {
      const connection = await connect(urlOf(domain), `${domain.name} history`);
      closers.push(() => connection.end());
      return { domain: domain.name, connection };
    },
    async close() {
      for (const close of closers.splice(0).reverse()) await close();
    },
  };
}

async function findServer(
  { DATABASE_URL: external, LYCEUM_DATA_DIR: dataDir }: DatabasesEnvironment,
  onProgress: (line: string) => void,
  closers: (() => Promise<unknown>)[],
): Promise<string> {
  if (external !== undefined) return parseDatabaseServerUrl(external).href;
  const found = await findEmbeddedPostgres(dataDir, onProgress);
  if (found.state === 'running') return found.url;
  if (found.state === 'absent') {
    throw new OperatorError(
      'NO_INSTALLATION',
      `There is no Lyceum in ${dataDir}: start it once, or set LYCEUM_DATA_DIR or DATABASE_URL to its database.`,
    );
  }
  onProgress(`Lyceum is not running: starting the PostgreSQL of ${dataDir} for this command.`);
  const server = await startEmbeddedPostgres({ dataDir, onProgress });
  closers.push(() => server.stop());
  return server.url;
}
