import { readFile } from 'node:fs/promises';
import { createTokenVerifier, loadOrCreateSigningKey, publicKeys } from '@lyceum/auth';
import { ensureDatabase, parseDatabaseServerUrl, startEmbeddedPostgres } from '@lyceum/database';
import { readTogether } from '@lyceum/environment';
import { startGateway } from '@lyceum/gateway';
import { identityOptions } from '@lyceum/identity';
import { type RunningSubgraph, readOwnEnvironment, type SubgraphDefinition, startSubgraph } from '@lyceum/subgraph';
import { createLogger, observeProcess, startTracing } from '@lyceum/telemetry';
import { connectTransport } from '@lyceum/transport';
import type { LyceumEnvironment } from '../environment.ts';
import { allSubgraphs } from '../subgraphs.ts';
import { demoPeople } from './demo-people.ts';
import { firstQuery } from './first-query.ts';

const supergraphFile = new URL('../../../schema/supergraph.graphql', import.meta.url);

export interface RunningLyceum {
  /** The address for operations: `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  /** The folder with the installation's data; null with an external database. */
  readonly dataDir: string | null;
  /** Whether the demo people have accounts. */
  readonly hasDemoPeople: boolean;
  /** Resolves when events are no longer handled and only a restart helps. */
  readonly failed: Promise<Error>;
  /** Stops in order: the gateway, the subgraphs, the bus, PostgreSQL. Nothing acknowledged is lost. */
  stop(): Promise<void>;
}

/**
 * Runs all of Lyceum in this process: PostgreSQL (embedded, or that of DATABASE_URL), every subgraph, the event bus,
 * the gateway.
 * @param onProgress called with progress messages for people
 * @param connect connects the event transport; a test may inject faults
 * @throws errors whose message is one sentence for the operator; everything already started is stopped again
 */
export async function launch(
  environment: LyceumEnvironment,
  onProgress: (line: string) => void,
  connect: typeof connectTransport = connectTransport,
): Promise<RunningLyceum> {
  const started: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    for (const part of started.splice(0).reverse()) await part.stop();
  };
  try {
    const { LYCEUM_DATA_DIR: dataDir, DATABASE_URL: externalUrl, OIDC_ISSUER: issuer } = environment;
    const log = (name: string) => createLogger(name, environment.LOG_LEVEL);

    const tracing = await startTracing(environment, log('traces'));
    started.push(tracing);

    const embedded = externalUrl === undefined ? await startEmbeddedPostgres({ dataDir, onProgress }) : undefined;
    if (embedded) started.push(embedded);
    const serverUrl = embedded?.url ?? parseDatabaseServerUrl(String(externalUrl)).href;

    const hasDemoPeople = environment.DEMO_PEOPLE ?? (embedded !== undefined && isForTrying(environment));
    const options = await identityOptions(environment);
    const tokens = createTokenVerifier({
      keys: publicKeys([options.signingKey]),
      external: issuer ? { issuer, audience: environment.OIDC_AUDIENCE } : undefined,
    });

    const { KAFKA_BROKERS: brokers } = environment;
    if (brokers) onProgress(`Connecting to Kafka at ${brokers.join(', ')} …`);
    const carried = await connect(environment, { process: 'launcher', log: log('events') });
    const { transport } = carried;

    async function start(definition: SubgraphDefinition): Promise<RunningSubgraph> {
      const database = `${environment.DATABASE_PREFIX}${definition.name}`;
      const databaseUrl = await ensureDatabase({ serverUrl, database });
      const subgraph = await startSubgraph(definition, {
        databaseUrl,
        transport,
        tokens,
        log: log(definition.name),
        tracing,
      });
      started.push(subgraph);
      return subgraph;
    }
    const accounts = [...options.accounts, ...(hasDemoPeople ? demoPeople : [])];
    const definitions = allSubgraphs({ ...options, accounts });
    await readTogether(...definitions.map((definition) => () => readOwnEnvironment(definition)));
    onProgress('Starting the subgraphs …');
    const subgraphs = await waitForAll(definitions.map(start));
    // The relays start only when all consumers are subscribed: in one process an event is deleted once its subscribers
    // have handled it. For the same reason the bus closes before any consumer unsubscribes; unpublished events stay in
    // the outbox.
    for (const subgraph of subgraphs) subgraph.startRelay();
    started.push({ stop: () => transport.close() });

    onProgress('Starting the gateway …');
    const { APOLLO_KEY: key, APOLLO_GRAPH_REF: graphRef } = environment;
    const gateway = await startGateway({
      supergraph: await readFile(supergraphFile, 'utf8'),
      subgraphs: new Map(subgraphs.map((subgraph) => [subgraph.name, subgraph])),
      signingKey: await loadOrCreateSigningKey(`${dataDir}/keys/gateway.json`),
      tokens,
      host: environment.HOST,
      port: environment.PORT,
      mode: environment.NODE_ENV === 'production' ? 'production' : 'development',
      allowedOrigins: environment.ALLOWED_ORIGINS,
      trustedProxies: environment.TRUSTED_PROXIES,
      costLimits: environment.COST_LIMITS,
      log: log('gateway'),
      tracing,
      otherMetrics: () => [...subgraphs.map(({ metrics }) => metrics), carried.metrics],
      routes: new Map(subgraphs.flatMap(({ routes }) => [...routes])),
      defaultQuery: firstQuery(hasDemoPeople),
      apollo: key && graphRef ? { key, graphRef } : undefined,
    });
    started.push(gateway);
    observeProcess(gateway.metrics);
    return { url: gateway.url, dataDir: embedded?.dataDir ?? null, hasDemoPeople, failed: carried.failed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Accounts with publicly known passwords are only for machines that others cannot reach. */
function isForTrying({ NODE_ENV, HOST }: LyceumEnvironment): boolean {
  return NODE_ENV !== 'production' && ['127.0.0.1', '::1', 'localhost'].includes(HOST);
}

/** Waits for all promises even if one fails, so that everything started can be stopped. */
async function waitForAll<Value>(promises: readonly Promise<Value>[]): Promise<Value[]> {
  const outcomes = await Promise.allSettled(promises);
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}
