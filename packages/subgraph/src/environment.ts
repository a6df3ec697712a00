import { flag, parseEnvironment, port } from '@lyceum/environment';
import { z } from 'zod';
import type { SubgraphDefinition } from './definition.ts';

/** What a subgraph that runs alone reads from its environment; `.env.example` says what each variable means. */
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
 * The variables that a subgraph itself reads.
 * @param source those of the process unless given
 * @throws {EnvironmentError} naming every variable that is missing or wrong
 */
export function readOwnEnvironment(
  { environment }: Pick<SubgraphDefinition, 'environment'>,
  source?: Readonly<Record<string, string | undefined>>,
): unknown {
  return parseEnvironment(environment, source);
}
