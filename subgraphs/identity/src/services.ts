import type { SigningKey } from '@lyceum/auth';
import type { Role } from '@lyceum/contracts';
import type { Runtime } from '@lyceum/subgraph';
import { AccountService } from './account/account.service.ts';
import { SessionService } from './session/session.service.ts';
import { RegistrationService } from './sign-in/registration.service.ts';
import { SignInService } from './sign-in/sign-in.service.ts';

export function createServices(
  { dataSource, outbox }: Runtime,
  { signingKey, openRoles }: { readonly signingKey: SigningKey; readonly openRoles: readonly Role[] },
) {
  const accountService = new AccountService(dataSource, outbox);
  const sessionService = new SessionService(dataSource, signingKey);
  const signInService = new SignInService(dataSource, sessionService);
  const registrationService = new RegistrationService(outbox, accountService, sessionService, openRoles);
  return { accountService, sessionService, signInService, registrationService };
}
