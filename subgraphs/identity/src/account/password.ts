import { refuseInTransaction } from '@lyceum/database';
import { hash, verify } from '@node-rs/argon2';

const argon2id = 2;

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane; 10 to 17 ms here. Runs on Node's four worker threads. */
const options = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  refuseInTransaction('Hashing a password');
  return hash(password, options);
}

let nobodysHash: Promise<string> | undefined;

/** Takes the same time without an account or password, so that timing reveals nothing. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  refuseInTransaction('Checking a password');
  nobodysHash ??= hashPassword('the password of an account that does not exist');
  const matches = await verify(passwordHash ?? (await nobodysHash), password);
  return matches && passwordHash !== null;
}
