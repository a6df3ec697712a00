import { fileURLToPath } from 'node:url';
import { type ExternalIssuer, openSigningKey, type SigningKey } from '@lyceum/auth';
import { list, parseEnvironment, port } from '@lyceum/environment';
import { z } from 'zod';
import { costLimitsVariable } from './limits/cost-limits-variable.ts';

const milliseconds = z.coerce.number({ error: 'expected a number of milliseconds' }).int().positive();
const origin = z
  .url({ protocol: /^https?$/, error: 'expected origins such as https://learn.example.org' })
  .transform((url) => new URL(url).origin);

const Environment = z
  .object({
    PORT: port.default(4000),
    HOST: z.string().default('127.0.0.1'),
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    LYCEUM_DATA_DIR: z.string().default('.data'),
    SUPERGRAPH_PATH: z.string().default(fileURLToPath(new URL('../../schema/supergraph.graphql', import.meta.url))),
    SUBGRAPH_URLS: z.string().default('').transform(parseSubgraphUrls),
    IDENTITY_JWKS_URL: z.url().optional(),
    OIDC_ISSUER: z.url().optional(),
    OIDC_AUDIENCE: z.string().default('lyceum'),
    ALLOWED_ORIGINS: list.pipe(z.array(origin)).default([]),
    GATEWAY_SIGNING_KEY: z.string().optional(),
    TRUSTED_PROXIES: z.coerce
      .number({ error: 'expected the number of proxies, from 0 to 10' })
      .int()
      .min(0)
      .max(10)
      .default(0),
    SUBGRAPH_DEADLINE_MS: milliseconds.default(5_000),
    OPERATION_DEADLINE_MS: milliseconds.default(10_000),
    COST_LIMITS: costLimitsVariable,
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    APOLLO_KEY: z.string().optional(),
    APOLLO_GRAPH_REF: z.string().optional(),
  })
  .refine(({ APOLLO_KEY, APOLLO_GRAPH_REF }) => APOLLO_KEY === undefined || APOLLO_GRAPH_REF !== undefined, {
    path: ['APOLLO_GRAPH_REF'],
    error: 'required with APOLLO_KEY: expected the graph to report usage for, such as lyceum@current',
  });

export type GatewayEnvironment = ReturnType<typeof readEnvironment>;

/**
 * The settings of a standalone gateway.
 * @throws {EnvironmentError} naming every variable that is missing or wrong
 */
export function readEnvironment(source?: Readonly<Record<string, string | undefined>>) {
  const given = parseEnvironment(Environment, source);
  const external: ExternalIssuer | undefined =
    given.OIDC_ISSUER === undefined ? undefined : { issuer: given.OIDC_ISSUER, audience: given.OIDC_AUDIENCE };
  return {
    port: given.PORT,
    host: given.HOST,
    mode: given.NODE_ENV === 'production' ? ('production' as const) : ('development' as const),
    dataDir: given.LYCEUM_DATA_DIR,
    supergraphPath: given.SUPERGRAPH_PATH,
    subgraphs: given.SUBGRAPH_URLS,
    identityJwksUrl: given.IDENTITY_JWKS_URL === undefined ? undefined : new URL(given.IDENTITY_JWKS_URL),
    external,
    allowedOrigins: given.ALLOWED_ORIGINS,
    signingKey: given.GATEWAY_SIGNING_KEY,
    trustedProxies: given.TRUSTED_PROXIES,
    subgraphDeadlineMs: given.SUBGRAPH_DEADLINE_MS,
    operationDeadlineMs: given.OPERATION_DEADLINE_MS,
    costLimits: given.COST_LIMITS,
    logLevel: given.LOG_LEVEL,
    apollo:
      given.APOLLO_KEY !== undefined && given.APOLLO_GRAPH_REF !== undefined
        ? { key: given.APOLLO_KEY, graphRef: given.APOLLO_GRAPH_REF }
        : undefined,
  };
}

/**
 * The gateway's signing key: from the environment, or stored in the data folder.
 * @throws {KeyUnusable}
 */
export function readSigningKey({ signingKey, dataDir }: GatewayEnvironment): Promise<SigningKey> {
  return openSigningKey({
    given: signingKey,
    variable: 'GATEWAY_SIGNING_KEY',
    path: `${dataDir}/keys/gateway.json`,
  });
}

/** `identity=http://…,course=http://…` */
function parseSubgraphUrls(text: string, context: z.RefinementCtx): ReadonlyMap<string, URL> {
  const urls = new Map<string, URL>();
  for (const item of text.split(',').map((part) => part.trim())) {
    if (item === '') continue;
    const [, name, url] = /^([\w-]+)=(https?:\/\/.+)$/.exec(item) ?? [];
    if (name && url && URL.canParse(url)) {
      urls.set(name, new URL(url));
    } else {
      context.addIssue({ code: 'custom', message: `"${item}" is not of the form course=http://host:4002/graphql` });
    }
  }
  return urls;
}
