import type { UserId } from '@lyceum/contracts';

/** What a client needs to act for a person. */
export interface Session {
  readonly userId: UserId;
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
  readonly refreshTokenExpiresAt: Date;
}

/** A refresh token as it is kept: its hash, never itself. Tokens that were traded for one another form a family. */
export interface RefreshToken {
  readonly hash: Buffer;
  readonly familyId: string;
  readonly userId: UserId;
  readonly expiresAt: Date;
  /** When it was traded for the next one; null while it is good. */
  readonly usedAt: Date | null;
  /** When its family was ended; null while it lives. */
  readonly revokedAt: Date | null;
}

/** Days that a session lives without being refreshed. */
export const sessionLifetimeDays = 30;

/** What to do with a refresh token that somebody presents. */
export type Decision = 'ROTATE' | 'REFUSE' | 'REVOKE_FAMILY';

/** A token that comes a second time has been stolen, from the person or by the person: its family ends. */
export function decideRefresh(token: RefreshToken, now: Date): Decision {
  if (token.revokedAt || token.expiresAt <= now) return 'REFUSE';
  return token.usedAt ? 'REVOKE_FAMILY' : 'ROTATE';
}
