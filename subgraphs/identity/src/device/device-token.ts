import { createHash, randomBytes } from 'node:crypto';

/** A secret that a device keeps after its first sign-in: by it the device is known again. */
export function newDeviceToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret: never the secret itself. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
