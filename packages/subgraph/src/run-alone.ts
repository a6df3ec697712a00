import { createRequestVerifier, createTokenVerifier, publicKeys, type SigningKey } from '@lyceum/auth';
import { ensureDatabase } from '@lyceum/database';
import { OperatorError, readTogether, runMain } from '@lyceum/environment';
import {
  createLogger,
  observeProcess,
  readTracingEnvironment,
  startTracing,
  type TracingEnvironment,
} from '@lyceum/telemetry';
import { connectTransport, readTransportEnvironment, type TransportEnvironment } from '@lyceum/transport';
import type { SubgraphDefinition } from './definition.ts';
import { readOwnEnvironment, readSubgraphEnvironment, type SubgraphEnvironment } from './environment.ts';
import { startSubgraph } from './start.ts';

/** The subgraph, and the key that verifies access tokens; null: fetches identity's public key. */
export interface AloneDefinition {
  readonly definition: SubgraphDefinition;
  readonly ownKey: SigningKey | null;
}

/**
 * Runs one subgraph in its own process: reads the environment, prepares its database, and serves until a signal.
 *
 * Without KAFKA_BROKERS its events stay in the outbox, until a start with a transport publishes them.
 * @param subject the subgraph, or a function that creates it from its environment
 */
export function runAlone(subject: SubgraphDefinition | (() => Promise<AloneDefinition>)): Promise<void> {
  const define = async (): Promise<AloneDefinition> => {
    const alone = typeof subject === 'function' ? await subject() : { definition: subject, ownKey: null };
    readOwnEnvironment(alone.definition);
    return alone;
  };
  return runMain(async () => {
    const [environment, events, traces, { definition, ownKey }] = await readTogether<
      [SubgraphEnvironment, TransportEnvironment, TracingEnvironment, AloneDefinition]
    >(readSubgraphEnvironment, readTransportEnvironment, readTracingEnvironment, define);
    const { name } = definition;
    const log = createLogger(name, environment.LOG_LEVEL);

    const tracing = await startTracing(traces, log);

    const keys = publicKeys(
      ownKey
        ? [ownKey]
        : needed(
            'IDENTITY_JWKS_URL',
            environment.IDENTITY_JWKS_URL,
            'where to fetch the keys that verify access tokens',
          ),
    );
    const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience } = environment;
    const tokens = createTokenVerifier({ keys, external: issuer ? { issuer, audience } : undefined });

    const unsigned = environment.ALLOW_UNSIGNED && environment.NODE_ENV !== 'production';
    const verifier = unsigned
      ? null
      : createRequestVerifier({
          subgraph: name,
          keys: publicKeys(
            needed('GATEWAY_JWKS_URL', environment.GATEWAY_JWKS_URL, 'where to fetch the keys that verify operations'),
          ),
        });

    const database = `${environment.DATABASE_PREFIX}${name}`;
    const databaseUrl = await ensureDatabase({ serverUrl: environment.DATABASE_URL, database });
    const carried = events.KAFKA_BROKERS ? await connectTransport(events, { process: name, log }) : undefined;
    const subgraph = await startSubgraph(definition, {
      databaseUrl,
      transport: carried?.transport ?? null,
      tokens,
      log,
      tracing,
      listen: { host: environment.HOST, port: environment.PORT ?? definition.port, verifier },
      otherMetrics: carried ? [carried.metrics] : [],
    });
    subgraph.startRelay();
    observeProcess(subgraph.metrics);
    if (unsigned) log.warn('ALLOW_UNSIGNED: anyone who can reach this port may call it; for development only');
    if (!carried) log.warn('KAFKA_BROKERS is not set: events stay in the outbox until a start with it');
    log.info({ url: subgraph.url }, 'ready');
    return {
      failed: carried?.failed,
      async stop() {
        await subgraph.stop();
        await carried?.transport.close();
        await tracing.stop();
      },
    };
  });
}

function needed(variable: string, value: string | undefined, why: string): URL {
  if (value) return new URL(value);
  throw new OperatorError('WRONG_ENVIRONMENT', `${variable} is not set: it defines ${why}.`);
}
