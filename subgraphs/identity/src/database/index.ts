import { AccountEntity } from '../account/account.entity.ts';
import { AuthenticationEventEntity } from '../audit/audit.entity.ts';
import { KnownDeviceEntity } from '../device/known-device.entity.ts';
import { RefreshTokenEntity } from '../session/refresh-token.entity.ts';
import { SignInAttemptEntity } from '../sign-in/sign-in-attempt.entity.ts';
import { CreateAccounts1764000001000 } from './migrations/1764000001000-create-accounts.ts';
import { KnowDevices1764000005000 } from './migrations/1764000005000-know-devices.ts';

export const entities = [
  AccountEntity,
  RefreshTokenEntity,
  AuthenticationEventEntity,
  SignInAttemptEntity,
  KnownDeviceEntity,
];
export const migrations = [CreateAccounts1764000001000, KnowDevices1764000005000];
