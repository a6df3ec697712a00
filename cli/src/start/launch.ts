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
  /** Where operations go: `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  /** Where the state of the installation lives; null where the database is elsewhere. */
  readonly dataDir: string | null;
  /** Whether the demo people have accounts. */
  readonly hasDemoPeople: boolean;
  /** Resolves when events are not handled any more, and only a new start can mend it. */
  readonly failed: Promise<Error>;
  /** Ends in order: the gateway, the subgraphs, the bus, PostgreSQL. Nothing that was acknowledged is lost. */
  stop(): Promise<void>;
}

/**
 * Runs the whole of Lyceum in this process: PostgreSQL (embedded, or the one that DATABASE_URL names), every subgraph, the bus
 * between them, the gateway.
 * @param onProgress a line for people, as the start goes on
 * @param connect connects what carries events; a test may put faults in between
 * @throws errors whose message is one sentence for the person who runs the installation; what had started is stopped again
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
    // Only now, when everyone listens: in one process an event is gone once those who listen have handled it. And the bus
    // closes before any of them stops listening: what it has not carried by then stays in the outbox.
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

/** Accounts whose passwords everybody knows are for machines that nobody else reaches. */
function isForTrying({ NODE_ENV, HOST }: LyceumEnvironment): boolean {
  return NODE_ENV !== 'production' && ['127.0.0.1', '::1', 'localhost'].includes(HOST);
}

/** Waits for all, also when one fails, so that what the others started can be stopped. */
async function waitForAll<Value>(promises: readonly Promise<Value>[]): Promise<Value[]> {
  const outcomes = await Promise.allSettled(promises);
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}
