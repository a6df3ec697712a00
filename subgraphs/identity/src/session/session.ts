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
  /** The token that it was traded for; null for the first of its family. */
  readonly parentHash: Buffer | null;
  /** The device that signed in; null for families that are older than devices. */
  readonly deviceHash: Buffer | null;
  /** The network that it was given out to. */
  readonly network: string | null;
  readonly userId: UserId;
  readonly expiresAt: Date;
  /** When it was first traded for another one; null while it is good. */
  readonly usedAt: Date | null;
  /** When its family was ended; null while it lives. */
  readonly revokedAt: Date | null;
}

/** Days that a session lives without being refreshed. */
export const sessionLifetimeDays = 30;

/** Seconds in which the same device may trade a token again. */
export const graceSeconds = 30;
/** Tokens that one token may be traded for, at most. */
export const mostSuccessors = 10;

/** Who presents a token. */
export interface Presenter {
  readonly deviceHash: Buffer | null;
  readonly network: string;
}

/** By the device's own token. Families that are older than devices have the network alone. */
export function isSameDevice({ deviceHash, network }: RefreshToken, presenter: Presenter): boolean {
  if (deviceHash) return presenter.deviceHash?.equals(deviceHash) ?? false;
  return presenter.deviceHash === null && network !== null && network === presenter.network;
}

/** What to do with a refresh token that somebody presents. */
export type Decision = 'ROTATE' | 'REFUSE' | 'REVOKE_FAMILY';

/**
 * A token that comes a second time has been stolen, from the person or by the person: its family ends. It may come again
 * only from the device that has just traded it, and while nobody has gone on from what it was traded for.
 */
export function decideRefresh(
  token: RefreshToken,
  use: { readonly isSameDevice: boolean; readonly successors: readonly { readonly usedAt: Date | null }[] },
  now: Date,
): Decision {
  if (token.revokedAt || token.expiresAt <= now) return 'REFUSE';
  if (!token.usedAt) return 'ROTATE';
  const isFresh = now.getTime() - token.usedAt.getTime() <= graceSeconds * 1_000;
  const isImmediate = use.successors.every(({ usedAt }) => usedAt === null);
  const hasRoom = use.successors.length < mostSuccessors;
  return isFresh && isImmediate && hasRoom && use.isSameDevice ? 'ROTATE' : 'REVOKE_FAMILY';
}
