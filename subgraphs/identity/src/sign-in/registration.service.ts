import { type Invalid, newId, type Role, UserId } from '@lyceum/contracts';
import type { Outbox } from '@lyceum/outbox';
import type { AccountService } from '../account/account.service.ts';
import { checkRegistration, type Registration } from '../account/account.ts';
import { hashPassword } from '../account/password.ts';
import { recogniseDevice } from '../device/recognise-device.ts';
import type { SessionService } from '../session/session.service.ts';
import type { Session } from '../session/session.ts';

export type RegisterOutcome =
  | { readonly outcome: 'REGISTERED'; readonly session: Session; readonly deviceToken: string }
  | { readonly outcome: 'EMAIL_TAKEN' }
  | { readonly outcome: 'ROLE_NOT_OPEN'; readonly openRoles: readonly Role[] }
  | Invalid;

export class RegistrationService {
  constructor(
    private readonly outbox: Outbox,
    private readonly accounts: AccountService,
    private readonly sessions: SessionService,
    private readonly openRoles: readonly Role[],
  ) {}

  /** Creates an account by self-registration, and signs the person in. */
  async register(registration: Registration): Promise<RegisterOutcome> {
    const fault = checkRegistration(registration, this.openRoles);
    if (fault) return fault.outcome === 'INVALID' ? fault : { ...fault, openRoles: this.openRoles };
    const passwordHash = await hashPassword(registration.password);
    return this.outbox.transaction(async (transaction) => {
      const user = await this.accounts.open(transaction, registration, newId(UserId), passwordHash);
      if (!user) return { outcome: 'EMAIL_TAKEN' };
      const { manager } = transaction;
      const deviceToken = await recogniseDevice(manager, user.id, null);
      return { outcome: 'REGISTERED', session: await this.sessions.open(manager, user.id, deviceToken), deviceToken };
    });
  }
}
