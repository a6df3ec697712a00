import { openSigningKey, type SigningKey } from '@lyceum/auth';
import { Role } from '@lyceum/contracts';
import { list, parseEnvironment } from '@lyceum/environment';
import { z } from 'zod';
import type { IdentityOptions } from './subgraph.ts';

const Environment = z
  .object({
    LYCEUM_DATA_DIR: z.string().default('.data'),
    IDENTITY_SIGNING_KEY: z.string().optional(),
    REGISTRATION_ROLES: list
      .pipe(z.array(Role.exclude(['ADMIN'], { error: 'expected STUDENT, INSTRUCTOR or both' })))
      .default(['STUDENT', 'INSTRUCTOR']),
    ADMIN_EMAIL: z.email({ error: 'expected an e-mail address' }).optional(),
    ADMIN_PASSWORD: z.string().min(12, { error: 'expected at least 12 characters' }).optional(),
  })
  .refine(({ ADMIN_EMAIL, ADMIN_PASSWORD }) => (ADMIN_EMAIL === undefined) === (ADMIN_PASSWORD === undefined), {
    path: ['ADMIN_EMAIL'],
    error: 'requires ADMIN_PASSWORD: set both or neither',
  });

/**
 * The environment variables of identity, in every kind of process.
 * @throws {EnvironmentError} naming every variable that is missing or invalid
 */
export function readIdentityEnvironment(source?: Readonly<Record<string, string | undefined>>): IdentityEnvironment {
  return parseEnvironment(Environment, source);
}

export type IdentityEnvironment = z.output<typeof Environment>;

/** Identity configured from the environment; creates the signing key at the first start. @throws {KeyUnusable} */
export async function identityOptions(environment: IdentityEnvironment): Promise<IdentityOptions> {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = environment;
  return {
    signingKey: await readSigningKey(environment),
    openRoles: environment.REGISTRATION_ROLES,
    accounts: email && password ? [{ name: 'Administrator', email, password, role: 'ADMIN' }] : [],
  };
}

function readSigningKey(environment: IdentityEnvironment): Promise<SigningKey> {
  return openSigningKey({
    given: environment.IDENTITY_SIGNING_KEY,
    variable: 'IDENTITY_SIGNING_KEY',
    path: `${environment.LYCEUM_DATA_DIR}/keys/identity.json`,
  });
}
