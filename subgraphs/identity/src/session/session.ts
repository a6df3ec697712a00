import type { UserId } from '@lyceum/contracts';

/** The tokens with which a client acts for a person. */
export interface Session {
  readonly userId: UserId;
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
  readonly refreshTokenExpiresAt: Date;
}

/** A stored refresh token: its hash, never itself. Tokens exchanged for one another form a family. */
export interface RefreshToken {
  readonly hash: Buffer;
  readonly familyId: string;
  /** The token that was exchanged for it; null for the first of its family. */
  readonly parentHash: Buffer | null;
  /** The device that signed in; null for families that are older than devices. */
  readonly deviceHash: Buffer | null;
  /** The network to which it was issued. */
  readonly network: string | null;
  readonly userId: UserId;
  readonly expiresAt: Date;
  /** When it was first exchanged; null while it is valid. */
  readonly usedAt: Date | null;
  /** When its family was revoked; null while it is valid. */
  readonly revokedAt: Date | null;
}

/** Days until an unrefreshed session expires. */
export const sessionLifetimeDays = 30;

/** Seconds in which the same device may exchange a token again. */
export const graceSeconds = 30;
/** Maximum number of tokens that one token may be exchanged for. */
export const mostSuccessors = 10;

/** The presenter of a token. */
export interface Presenter {
  readonly deviceHash: Buffer | null;
  readonly network: string;
}

/** By the device's own token. Families that are older than devices only have the network. */
export function isSameDevice({ deviceHash, network }: RefreshToken, presenter: Presenter): boolean {
  if (deviceHash) return presenter.deviceHash?.equals(deviceHash) ?? false;
  return presenter.deviceHash === null && network !== null && network === presenter.network;
}

/** How to handle a presented refresh token. */
export type Decision = 'ROTATE' | 'REFUSE' | 'REVOKE_FAMILY';

/**
 * A token presented a second time was stolen, and either the thief or the person used it first: its family ends. It may
 * be presented again only by the device that has just exchanged it, and while none of its successors has been used.
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
