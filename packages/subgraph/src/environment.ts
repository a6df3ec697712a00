import { flag, parseEnvironment, port } from '@lyceum/environment';
import { z } from 'zod';
import type { SubgraphDefinition } from './definition.ts';

/** The environment variables of a standalone subgraph; `.env.example` documents each. */
export function readSubgraphEnvironment() {
  return parseEnvironment(
    z.object({
      NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
      HOST: z.string().default('127.0.0.1'),
      PORT: port.optional(),
      DATABASE_URL: z.url({
        protocol: /^postgres(ql)?$/,
        error: 'expected postgres://user:password@host:5432/postgres',
      }),
      DATABASE_PREFIX: z
        .string()
        .regex(/^[a-z_][a-z0-9_]*$/, { error: 'expected lower case letters, digits and _' })
        .default('lyceum_'),
      IDENTITY_JWKS_URL: z.url({ error: 'expected the address of identity’s /.well-known/jwks.json' }).optional(),
      GATEWAY_JWKS_URL: z
        .url({ error: 'expected the address of the gateway’s /.well-known/gateway-jwks.json' })
        .optional(),
      ALLOW_UNSIGNED: flag.default(false),
      OIDC_ISSUER: z.url().optional(),
      OIDC_AUDIENCE: z.string().default('lyceum'),
      LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    }),
  );
}

export type SubgraphEnvironment = ReturnType<typeof readSubgraphEnvironment>;

/**
 * The variables of the subgraph itself.
 * @param source defaults to the environment of the process
 * @throws {EnvironmentError} naming every variable that is missing or invalid
 */
export function readOwnEnvironment(
  { environment }: Pick<SubgraphDefinition, 'environment'>,
  source?: Readonly<Record<string, string | undefined>>,
): unknown {
  return parseEnvironment(environment, source);
}
