import { databaseNow } from '@lyceum/database';
import { currentRequest } from '@lyceum/telemetry';
import type { DataSource, EntityManager } from 'typeorm';
import { accounts } from '../account/account.repository.ts';
import type { User } from '../account/account.ts';
import { verifyPassword } from '../account/password.ts';
import { authenticationEvents } from '../audit/audit.repository.ts';
import { hashOf } from '../device/device-token.ts';
import { knownDevices } from '../device/known-device.repository.ts';
import { networkOf } from '../device/network.ts';
import { recogniseDevice } from '../device/recognise-device.ts';
import type { SessionService } from '../session/session.service.ts';
import type { Session } from '../session/session.ts';
import { type SignInOrigin, signInAttempts } from './sign-in-attempt.repository.ts';
import { limitsFor, retryAt, windowMinutes } from './throttle.ts';

export type SignInOutcome =
  | { readonly outcome: 'SIGNED_IN'; readonly session: Session; readonly deviceToken: string }
  | { readonly outcome: 'INVALID_CREDENTIALS' }
  | { readonly outcome: 'TOO_MANY_ATTEMPTS'; readonly retryAt: Date };

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** The device token from an earlier sign-in; null if the device has none. */
  readonly deviceToken: string | null;
}

type Admission =
  | { readonly refusedUntil: Date }
  | {
      readonly refusedUntil: null;
      readonly attemptId: string;
      readonly found: { readonly user: User; readonly passwordHash: string | null } | undefined;
    };

export class SignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionService,
  ) {}

  /**
   * Signs in with a password. The attempt is counted before the password is checked, and no connection is held
   * meanwhile.
   */
  async signIn({ email, password, deviceToken }: Credentials): Promise<SignInOutcome> {
    const admission = await this.dataSource.transaction((manager) => this.admit(manager, email, deviceToken));
    if (admission.refusedUntil) return { outcome: 'TOO_MANY_ATTEMPTS', retryAt: admission.refusedUntil };
    const { found, attemptId } = admission;
    const matches = await verifyPassword(found?.passwordHash ?? null, password);
    return this.dataSource.transaction(async (manager) => {
      const subject = { userId: found?.user.id ?? null, email };
      if (!found || !matches) {
        await signInAttempts.end(manager, attemptId, 'FAILED');
        await authenticationEvents.record(manager, { kind: 'LOGIN_FAILED', ...subject });
        return { outcome: 'INVALID_CREDENTIALS' };
      }
      await signInAttempts.end(manager, attemptId, 'SUCCEEDED');
      await authenticationEvents.record(manager, { kind: 'LOGIN_SUCCEEDED', ...subject });
      const device = await recogniseDevice(manager, found.user.id, deviceToken);
      const session = await this.sessions.open(manager, found.user.id, device);
      return { outcome: 'SIGNED_IN', session, deviceToken: device };
    });
  }

  private async admit(manager: EntityManager, email: string, deviceToken: string | null): Promise<Admission> {
    const found = await accounts.findByEmail(manager, email);
    const deviceHash = deviceToken === null ? null : hashOf(deviceToken);
    const isKnown = deviceHash !== null && found && (await knownDevices.has(manager, deviceHash, found.user.id));
    const origin: SignInOrigin = {
      email: email.toLowerCase(),
      network: networkOf(currentRequest()?.clientAddress),
      deviceHash: isKnown ? deviceHash : null,
    };
    await signInAttempts.lockAccount(manager, origin);
    const limits = limitsFor(origin.deviceHash !== null);
    const scopes = limits.map(({ scope }) => scope);
    const refusedUntil = retryAt(limits, await signInAttempts.findFailures(manager, origin, scopes));
    if (refusedUntil) {
      await authenticationEvents.record(manager, { kind: 'LOGIN_REFUSED', userId: found?.user.id ?? null, email });
      return { refusedUntil };
    }
    const now = await databaseNow(manager);
    await signInAttempts.forgetBefore(manager, new Date(now.getTime() - 2 * windowMinutes * 60_000));
    return { refusedUntil: null, attemptId: await signInAttempts.begin(manager, origin), found };
  }
}
