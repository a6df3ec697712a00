import { createHash, randomBytes } from 'node:crypto';

/** A secret that a device stores after its first sign-in, and by which it is recognised. */
export function newDeviceToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The stored form of a secret: never the secret itself. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
