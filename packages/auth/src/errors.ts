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
