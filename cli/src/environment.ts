import { parseDatabaseServerUrl } from '@lyceum/database';
import { flag, list, parseEnvironment, port, readTogether } from '@lyceum/environment';
import { costLimitsVariable } from '@lyceum/gateway';
import { type IdentityEnvironment, readIdentityEnvironment } from '@lyceum/identity';
import { readTracingEnvironment, type TracingEnvironment } from '@lyceum/telemetry';
import { readTransportEnvironment, type TransportEnvironment } from '@lyceum/transport';
import { z } from 'zod';

const origin = z.url({ protocol: /^https?$/, error: 'expected origins such as https://learn.example.org' });

const databaseUrl = z.string().superRefine((value, context) => {
  try {
    parseDatabaseServerUrl(value, 'it');
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
  }
});

/** The location of the databases, for the single process and for commands. */
const databases = {
  LYCEUM_DATA_DIR: z.string().default('.data'),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_PREFIX: z
    .string()
    .regex(/^[a-z_][a-z0-9_]*$/, { error: 'expected lower case letters, digits and _' })
    .default('lyceum_'),
};

/**
 * The settings of the single process, in addition to identity's; `.env.example` describes each variable.
 * @throws {EnvironmentError} naming every variable that is missing or wrong
 */
function readStartEnvironment(source?: Readonly<Record<string, string | undefined>>) {
  return parseEnvironment(
    z.object({
      NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
      HOST: z.string().default('127.0.0.1'),
      PORT: port.default(4000),
      ...databases,
      DEMO_PEOPLE: flag.optional(),
      ALLOWED_ORIGINS: list.pipe(z.array(origin.transform((url) => new URL(url).origin))).default([]),
      TRUSTED_PROXIES: z.coerce
        .number({ error: 'expected the number of proxies, from 0 to 10' })
        .int()
        .min(0)
        .max(10)
        .default(0),
      COST_LIMITS: costLimitsVariable,
      OIDC_ISSUER: z.url({ error: 'expected the issuer’s URL' }).optional(),
      OIDC_AUDIENCE: z.string().default('lyceum'),
      APOLLO_KEY: z.string().optional(),
      APOLLO_GRAPH_REF: z.string().optional(),
      LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
    }),
    source,
  );
}

type StartEnvironment = ReturnType<typeof readStartEnvironment>;

/** All settings of the single process. */
export type LyceumEnvironment = StartEnvironment & IdentityEnvironment & TransportEnvironment & TracingEnvironment;

/**
 * Reads all settings.
 * @throws {EnvironmentError} with the faults of every part at once
 */
export async function readLyceumEnvironment(
  source?: Readonly<Record<string, string | undefined>>,
): Promise<LyceumEnvironment> {
  const [start, identity, transport, tracing] = await readTogether<
    [StartEnvironment, IdentityEnvironment, TransportEnvironment, TracingEnvironment]
  >(
    () => readStartEnvironment(source),
    () => readIdentityEnvironment(source),
    () => readTransportEnvironment(source),
    () => readTracingEnvironment(source),
  );
  return { ...start, ...identity, ...transport, ...tracing };
}

/** The location of the databases for `npm run events`. */
export type DatabasesEnvironment = ReturnType<typeof readDatabasesEnvironment>;

/** @throws {EnvironmentError} naming every variable that is wrong */
export function readDatabasesEnvironment(source?: Readonly<Record<string, string | undefined>>) {
  return parseEnvironment(z.object(databases), source);
}

/** The API address for the demo, and the number of runs. */
export function readDemoEnvironment(): { url: string; times: number } {
  const environment = parseEnvironment(
    z.object({
      PORT: port.default(4000),
      LYCEUM_URL: z.url({ protocol: /^https?$/, error: 'expected http://host:4000/graphql' }).optional(),
      DEMO_TIMES: z.coerce
        .number({ error: 'expected the number of runs, from 1 to 10000' })
        .int()
        .min(1)
        .max(10_000)
        .default(1),
    }),
  );
  return {
    url: environment.LYCEUM_URL ?? `http://127.0.0.1:${environment.PORT}/graphql`,
    times: environment.DEMO_TIMES,
  };
}
