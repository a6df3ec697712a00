import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type SigningKey, signAccessToken } from '@lyceum/auth';
import { databaseNow } from '@lyceum/database';
import type { DataSource, EntityManager } from 'typeorm';
import { accounts } from '../account/account.repository.ts';
import type { User } from '../account/account.ts';
import { verifyPassword } from '../account/password.ts';
import { lockFailures, recordEvent } from '../audit/audit.repository.ts';
import { refreshTokens } from './refresh-token.repository.ts';
import { decideRefresh, type Session, sessionLifetimeDays } from './session.ts';

export type LoginOutcome =
  | { readonly outcome: 'SIGNED_IN'; readonly session: Session }
  | { readonly outcome: 'INVALID_CREDENTIALS' }
  | { readonly outcome: 'TOO_MANY_ATTEMPTS'; readonly retryAt: Date };

export type RefreshOutcome =
  | { readonly outcome: 'REFRESHED'; readonly session: Session }
  | { readonly outcome: 'ENDED' };

/** An address that failed this often within the window is not checked again until the oldest failure leaves it. */
const failureLimit = { failures: 10, windowMinutes: 15 } as const;

export class SessionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly signingKey: SigningKey,
  ) {}

  /** Opens a session for somebody who has just proved who they are. */
  async open(manager: EntityManager, user: User): Promise<Session> {
    return this.issue(manager, user, randomUUID());
  }

  /** Sign-ins of one address take turns, so that trying many at once gains nothing. */
  async login(email: string, password: string): Promise<LoginOutcome> {
    return this.dataSource.transaction(async (manager) => {
      const failures = await lockFailures(manager, email, failureLimit.windowMinutes);
      const found = await accounts.findByEmail(manager, email);
      const subject = { userId: found?.user.id ?? null, email };
      const oldestThatCounts = failures[failureLimit.failures - 1];
      if (oldestThatCounts) {
        await recordEvent(manager, { kind: 'LOGIN_REFUSED', ...subject });
        const retryAt = new Date(oldestThatCounts.getTime() + failureLimit.windowMinutes * 60_000);
        return { outcome: 'TOO_MANY_ATTEMPTS', retryAt };
      }
      const matches = await verifyPassword(found?.passwordHash ?? null, password);
      if (!found || !matches) {
        await recordEvent(manager, { kind: 'LOGIN_FAILED', ...subject });
        return { outcome: 'INVALID_CREDENTIALS' };
      }
      await recordEvent(manager, { kind: 'LOGIN_SUCCEEDED', ...subject });
      return { outcome: 'SIGNED_IN', session: await this.open(manager, found.user) };
    });
  }

  /** Trades a refresh token for the next session, once; a second time ends all that came from it. */
  async refresh(refreshToken: string): Promise<RefreshOutcome> {
    return this.dataSource.transaction(async (manager) => {
      const token = await refreshTokens.lock(manager, hashOf(refreshToken));
      const user = token && (await accounts.find(manager, token.userId));
      if (!token || !user) return { outcome: 'ENDED' };
      const now = await databaseNow(manager);
      switch (decideRefresh(token, now)) {
        case 'REFUSE':
          return { outcome: 'ENDED' };
        case 'REVOKE_FAMILY':
          await refreshTokens.revokeFamily(manager, token.familyId, now);
          await recordEvent(manager, { kind: 'REFRESH_TOKEN_REUSED', userId: user.id, email: user.email });
          return { outcome: 'ENDED' };
        case 'ROTATE':
          await refreshTokens.markUsed(manager, token, now);
          await recordEvent(manager, { kind: 'SESSION_REFRESHED', userId: user.id, email: user.email });
          return { outcome: 'REFRESHED', session: await this.issue(manager, user, token.familyId) };
      }
    });
  }

  async logout(refreshToken: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const token = await refreshTokens.lock(manager, hashOf(refreshToken));
      const user = token && (await accounts.find(manager, token.userId));
      if (!token || !user || token.revokedAt) return;
      await refreshTokens.revokeFamily(manager, token.familyId, await databaseNow(manager));
      await recordEvent(manager, { kind: 'LOGGED_OUT', userId: user.id, email: user.email });
    });
  }

  private async issue(manager: EntityManager, user: User, familyId: string): Promise<Session> {
    const refreshToken = randomBytes(32).toString('base64url');
    const now = await databaseNow(manager);
    const refreshTokenExpiresAt = new Date(now.getTime() + sessionLifetimeDays * 86_400_000);
    await refreshTokens.add(manager, {
      hash: hashOf(refreshToken),
      familyId,
      userId: user.id,
      expiresAt: refreshTokenExpiresAt,
      usedAt: null,
      revokedAt: null,
    });
    const access = await signAccessToken(this.signingKey, { userId: user.id, role: user.role });
    return {
      userId: user.id,
      accessToken: access.token,
      accessTokenExpiresAt: access.expiresAt,
      refreshToken,
      refreshTokenExpiresAt,
    };
  }
}

function hashOf(refreshToken: string): Buffer {
  return createHash('sha256').update(refreshToken).digest();
}
