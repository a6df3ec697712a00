import { randomBytes, randomUUID } from 'node:crypto';
import { type SigningKey, signAccessToken } from '@lyceum/auth';
import type { UserId } from '@lyceum/contracts';
import { databaseNow } from '@lyceum/database';
import { currentRequest } from '@lyceum/telemetry';
import type { DataSource, EntityManager } from 'typeorm';
import { accounts } from '../account/account.repository.ts';
import { authenticationEvents } from '../audit/audit.repository.ts';
import { hashOf } from '../device/device-token.ts';
import { networkOf } from '../device/network.ts';
import { refreshTokens } from './refresh-token.repository.ts';
import { decideRefresh, isSameDevice, type RefreshToken, type Session, sessionLifetimeDays } from './session.ts';

export type RefreshOutcome =
  | { readonly outcome: 'REFRESHED'; readonly session: Session }
  | { readonly outcome: 'ENDED' };

/** The origin of a refresh token: another one, or the sign-in that opens a session. */
type Origin = Pick<RefreshToken, 'familyId' | 'parentHash' | 'deviceHash'>;

export class SessionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly signingKey: SigningKey,
  ) {}

  /** Opens a session for a person who has just authenticated, on a device that is recognised by a token. */
  async open(manager: EntityManager, userId: UserId, deviceToken: string): Promise<Session> {
    return this.issue(manager, userId, {
      familyId: randomUUID(),
      parentHash: null,
      deviceHash: hashOf(deviceToken),
    });
  }

  /**
   * Exchanges a refresh token for the next session. A second exchange ends the token's whole family, unless the same
   * device has just exchanged it: then two tabs did so at once, or the first answer was lost.
   */
  async refresh(refreshToken: string, deviceToken: string | null): Promise<RefreshOutcome> {
    return this.dataSource.transaction(async (manager) => {
      const token = await refreshTokens.lock(manager, hashOf(refreshToken));
      const user = token && (await accounts.find(manager, token.userId));
      if (!token || !user) return { outcome: 'ENDED' };
      const now = await databaseNow(manager);
      const presenter = {
        deviceHash: deviceToken === null ? null : hashOf(deviceToken),
        network: networkOf(currentRequest()?.clientAddress),
      };
      const successors = await refreshTokens.findSuccessors(manager, token.hash);
      switch (decideRefresh(token, { isSameDevice: isSameDevice(token, presenter), successors }, now)) {
        case 'REFUSE':
          return { outcome: 'ENDED' };
        case 'REVOKE_FAMILY':
          await refreshTokens.revokeFamily(manager, token.familyId, now);
          await authenticationEvents.record(manager, {
            kind: 'REFRESH_TOKEN_REUSED',
            userId: user.id,
            email: user.email,
          });
          return { outcome: 'ENDED' };
        case 'ROTATE':
          if (!token.usedAt) await refreshTokens.markUsed(manager, token, now);
          await authenticationEvents.record(manager, { kind: 'SESSION_REFRESHED', userId: user.id, email: user.email });
          return {
            outcome: 'REFRESHED',
            session: await this.issue(manager, user.id, { ...token, parentHash: token.hash }),
          };
      }
    });
  }

  async logout(refreshToken: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const token = await refreshTokens.lock(manager, hashOf(refreshToken));
      const user = token && (await accounts.find(manager, token.userId));
      if (!token || !user || token.revokedAt) return;
      await refreshTokens.revokeFamily(manager, token.familyId, await databaseNow(manager));
      await authenticationEvents.record(manager, { kind: 'LOGGED_OUT', userId: user.id, email: user.email });
    });
  }

  /**
   * Reads the role when it signs the token, under a lock and on the clock of role changes: a token either has the new
   * role, or is older than the change and refused.
   */
  private async issue(manager: EntityManager, userId: UserId, origin: Origin): Promise<Session> {
    const { familyId, parentHash, deviceHash } = origin;
    const user = await accounts.lockShared(manager, userId);
    if (!user) throw new Error(`There is no account ${userId} for a new session.`);
    const refreshToken = randomBytes(32).toString('base64url');
    const now = await databaseNow(manager);
    const refreshTokenExpiresAt = new Date(now.getTime() + sessionLifetimeDays * 86_400_000);
    await refreshTokens.add(manager, {
      hash: hashOf(refreshToken),
      familyId,
      parentHash,
      deviceHash,
      network: networkOf(currentRequest()?.clientAddress),
      userId,
      expiresAt: refreshTokenExpiresAt,
      usedAt: null,
      revokedAt: null,
    });
    const access = await signAccessToken(this.signingKey, { userId, role: user.role }, now);
    return {
      userId,
      accessToken: access.token,
      accessTokenExpiresAt: access.expiresAt,
      refreshToken,
      refreshTokenExpiresAt,
    };
  }
}
