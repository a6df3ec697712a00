import { errors } from 'jose';

/** Why a token or a signature was refused. Messages are safe to show: they never repeat the token. */
export class AuthenticationError extends Error {
  readonly code = 'UNAUTHENTICATED';
  constructor(
    readonly reason: 'TOKEN_INVALID' | 'TOKEN_EXPIRED' | 'SIGNATURE_MISSING' | 'SIGNATURE_INVALID',
    message: string,
  ) {
    super(message);
    this.name = 'AuthenticationError';
  }
}

/** Whether jose failed because it could not get the keys: then nothing is known of the token. */
export function isKeysOutOfReach(error: unknown): boolean {
  // A JWKS that answers with another status or no JSON is a JOSEError without a class of its own.
  return (
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    (error instanceof errors.JOSEError && error.code === errors.JOSEError.code)
  );
}
