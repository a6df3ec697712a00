import { readFile } from 'node:fs/promises';
import { createTokenVerifier, publicKeys } from '@lyceum/auth';
import { OperatorError, readTogether, runMain } from '@lyceum/environment';
import { createLogger, observeProcess, readTracingEnvironment, startTracing } from '@lyceum/telemetry';
import { readEnvironment, readSigningKey } from './environment.ts';
import { startGateway } from './index.ts';

/** The standalone gateway, for subgraphs reached by URL; stops on SIGTERM or SIGINT. */
await runMain(async () => {
  const [environment, traces] = await readTogether(
    () => readEnvironment(),
    () => readTracingEnvironment(),
  );
  const log = createLogger('gateway', environment.logLevel);
  const tracing = await startTracing(traces, log);
  const gateway = await startGateway({
    ...environment,
    supergraph: await readSupergraph(environment.supergraphPath),
    signingKey: await readSigningKey(environment),
    tokens: createTokenVerifier({
      keys: publicKeys(environment.identityJwksUrl ?? jwksOfIdentity(environment.subgraphs)),
      external: environment.external,
    }),
    log,
    tracing,
  });
  observeProcess(gateway.metrics);
  log.info({ url: gateway.url, mode: environment.mode }, 'ready');
  return {
    async stop() {
      log.info('stopping: finishing running operations');
      await gateway.stop();
      await tracing.stop();
    },
  };
});

async function readSupergraph(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError(
      'SUPERGRAPH_UNREADABLE',
      `The supergraph cannot be read: ${reason}. Set SUPERGRAPH_PATH, or compose it first.`,
    );
  }
}

/** Identity publishes the access token keys on the same server as its endpoint. */
function jwksOfIdentity(subgraphs: ReadonlyMap<string, URL>): URL {
  const identity = subgraphs.get('identity');
  if (!identity) {
    throw new OperatorError(
      'WRONG_ENVIRONMENT',
      'Set IDENTITY_JWKS_URL to the address of identity’s keys, or add identity to SUBGRAPH_URLS.',
    );
  }
  return new URL('/.well-known/jwks.json', identity);
}
