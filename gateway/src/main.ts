import { readFile } from 'node:fs/promises';
import { createTokenVerifier, publicKeys } from '@lyceum/auth';
import { OperatorError, readTogether, runMain } from '@lyceum/environment';
import { createLogger, observeProcess, readTracingEnvironment, startTracing } from '@lyceum/telemetry';
import { readEnvironment, readSigningKey } from './environment.ts';
import { startGateway } from './index.ts';

/** The gateway alone, before subgraphs that are reached by URL; ends on SIGTERM or SIGINT. */
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
      log.info('stopping: what is in flight is answered');
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

/** Identity publishes the keys of access tokens beside its own endpoint. */
function jwksOfIdentity(subgraphs: ReadonlyMap<string, URL>): URL {
  const identity = subgraphs.get('identity');
  if (!identity) {
    throw new OperatorError(
      'WRONG_ENVIRONMENT',
      'Set IDENTITY_JWKS_URL to where identity publishes its keys, or name identity in SUBGRAPH_URLS.',
    );
  }
  return new URL('/.well-known/jwks.json', identity);
}
