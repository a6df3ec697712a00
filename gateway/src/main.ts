import { readFile } from 'node:fs/promises';
import { createTokenVerifier, publicKeys } from '@lyceum/auth';
import { createLogger, observeProcess } from '@lyceum/telemetry';
import { readEnvironment, readSigningKey } from './environment.ts';
import { startGateway } from './index.ts';

/** Starts the gateway alone, before subgraphs that are reached by URL; ends on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const environment = readEnvironment();
  const log = createLogger('gateway', environment.logLevel);

  const gateway = await startGateway({
    ...environment,
    supergraph: await readSupergraph(environment.supergraphPath),
    signingKey: await readSigningKey(environment),
    tokens: createTokenVerifier({
      keys: publicKeys(environment.identityJwksUrl ?? jwksOfIdentity(environment.subgraphs)),
      external: environment.external,
    }),
    log,
  });
  observeProcess(gateway.metrics);
  log.info({ url: gateway.url, mode: environment.mode }, 'The gateway is ready for operations');

  async function stop(signal: NodeJS.Signals): Promise<void> {
    log.info({ signal }, 'The gateway stops: it answers what is in flight');
    await gateway.stop();
    log.info('The gateway has stopped');
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => stop(signal).catch(fail));
  }
}

async function readSupergraph(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The supergraph cannot be read: ${reason}. Set SUPERGRAPH_PATH, or compose it first.`);
  }
}

/** Identity publishes the keys of access tokens beside its own endpoint. */
function jwksOfIdentity(subgraphs: ReadonlyMap<string, URL>): URL {
  const identity = subgraphs.get('identity');
  if (!identity) {
    throw new Error('Set IDENTITY_JWKS_URL to where identity publishes its keys, or name identity in SUBGRAPH_URLS.');
  }
  return new URL('/.well-known/jwks.json', identity);
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

main().catch(fail);
