import type { SigningKey } from '@lyceum/auth';
import type { Role } from '@lyceum/contracts';
import type { Runtime } from '@lyceum/subgraph';
import { AccountService } from './account/account.service.ts';
import { SessionService } from './session/session.service.ts';
import { SignInService } from './sign-in/sign-in.service.ts';

export function createServices(
  { dataSource, outbox }: Runtime,
  { signingKey, openRoles }: { readonly signingKey: SigningKey; readonly openRoles: readonly Role[] },
) {
  const sessionService = new SessionService(dataSource, signingKey);
  const signInService = new SignInService(dataSource, sessionService);
  const accountService = new AccountService(dataSource, outbox, sessionService, signInService, openRoles);
  return { sessionService, signInService, accountService };
}
