import { parseDatabaseServerUrl } from '@lyceum/database';
import { flag, list, parseEnvironment, port } from '@lyceum/environment';
import { z } from 'zod';

const origin = z.url({ protocol: /^https?$/, error: 'expected origins such as https://learn.example.org' });

const databaseUrl = z.string().superRefine((value, context) => {
  try {
    parseDatabaseServerUrl(value, 'it');
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
  }
});

/**
 * What the one process reads from its environment, beside what identity reads; `.env.example` says what each variable means.
 * @throws {EnvironmentError} naming every variable that is missing or wrong
 */
export function readLauncherEnvironment(source?: Readonly<Record<string, string | undefined>>) {
  return parseEnvironment(
    z.object({
      NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
      HOST: z.string().default('127.0.0.1'),
      PORT: port.default(4000),
      LYCEUM_DATA_DIR: z.string().default('.data'),
      DATABASE_URL: databaseUrl.optional(),
      DATABASE_PREFIX: z
        .string()
        .regex(/^[a-z_][a-z0-9_]*$/, { error: 'expected lower case letters, digits and _' })
        .default('lyceum_'),
      KAFKA_BROKERS: z.undefined({ error: 'this version carries events within one process only; unset it' }).optional(),
      DEMO_PEOPLE: flag.optional(),
      ALLOWED_ORIGINS: list.pipe(z.array(origin.transform((url) => new URL(url).origin))).default([]),
      OIDC_ISSUER: z.url({ error: 'expected the issuer’s address' }).optional(),
      OIDC_AUDIENCE: z.string().default('lyceum'),
      APOLLO_KEY: z.string().optional(),
      APOLLO_GRAPH_REF: z.string().optional(),
      LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
    }),
    source,
  );
}

export type LauncherEnvironment = ReturnType<typeof readLauncherEnvironment>;

/** Where the demo plays, and how often. */
export function readDemoEnvironment(): { url: string; times: number } {
  const environment = parseEnvironment(
    z.object({
      PORT: port.default(4000),
      LYCEUM_URL: z.url({ protocol: /^https?$/, error: 'expected http://host:4000/graphql' }).optional(),
      DEMO_TIMES: z.coerce.number({ error: 'expected how often to play' }).int().min(1).max(10_000).default(1),
    }),
  );
  return {
    url: environment.LYCEUM_URL ?? `http://127.0.0.1:${environment.PORT}/graphql`,
    times: environment.DEMO_TIMES,
  };
}
