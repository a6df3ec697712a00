import { errors } from 'jose';

/** Why a token or a signature was refused. Messages are safe to show: they never contain the token. */
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

/** Whether jose failed to fetch the keys; the token may then still be valid. */
export function isKeysOutOfReach(error: unknown): boolean {
  // For a JWKS response with another status or without JSON, jose throws a plain JOSEError.
  return (
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    (error instanceof errors.JOSEError && error.code === errors.JOSEError.code)
  );
}
