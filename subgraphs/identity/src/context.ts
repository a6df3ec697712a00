import type { AuthenticationEventId, UserId } from '@lyceum/contracts';
import type { IdPage } from '@lyceum/database';
import type { BaseContext } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { AccountService } from './account/account.service.ts';
import type { User } from './account/account.ts';
import type { AuthenticationEvent } from './audit/audit.ts';
import type { SessionService } from './session/session.service.ts';
import type { SignInService } from './sign-in/sign-in.service.ts';

export interface Context extends BaseContext {
  readonly accounts: AccountService;
  readonly sessions: SessionService;
  readonly signIns: SignInService;
  readonly users: DataLoader<UserId, User | null>;
  /** What happened around signing in; of all accounts where `userId` is null. */
  readonly authenticationEvents: {
    find(userId: UserId | null, page: IdPage<AuthenticationEventId>): Promise<AuthenticationEvent[]>;
    count(userId: UserId | null): Promise<number>;
  };
}
