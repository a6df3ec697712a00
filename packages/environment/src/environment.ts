import { z } from 'zod';

/**
 * An invalid environment. The message lists every fault, one variable per line, so that one restart can fix all of
 * them.
 */
export class EnvironmentError extends Error {
  readonly code = 'WRONG_ENVIRONMENT';
  constructor(readonly faults: readonly string[]) {
    super(`The environment is wrong:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'EnvironmentError';
  }
}

/** Variables whose values are never printed. */
const mayHoldSecret = /KEY|PASSWORD|SECRET|TOKEN|URL/;

/**
 * Validates variables with a schema. An empty string counts as not set, so that `.env` files can name a variable
 * without a value.
 * @throws {EnvironmentError} naming every variable that is missing or wrong
 * @example const environment = parseEnvironment(z.object({ PORT: port.default(4000) }));
 */
export function parseEnvironment<Schema extends z.ZodType>(
  schema: Schema,
  source: Readonly<Record<string, string | undefined>> = process.env,
): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new EnvironmentError(
    parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const value = given[name];
      if (value === undefined) return `${name} is not set: ${issue.message}`;
      return `${mayHoldSecret.test(name) ? name : `${name}=${value}`}: ${issue.message}`;
    }),
  );
}

/** A TCP port; 0 lets the system choose. */
export const port = z.coerce
  .number({ error: 'expected a port number from 0 to 65535' })
  .int({ error: 'expected a port number from 0 to 65535' })
  .min(0, { error: 'expected a port number from 0 to 65535' })
  .max(65_535, { error: 'expected a port number from 0 to 65535' });

/** `true` or `false`. */
export const flag = z
  .enum(['true', 'false'], { error: 'expected true or false' })
  .transform((value) => value === 'true');

/** Comma-separated values, trimmed. */
export const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);
