import { AccountEntity } from '../account/account.entity.ts';
import { AuthenticationEventEntity } from '../audit/audit.entity.ts';
import { RefreshTokenEntity } from '../session/refresh-token.entity.ts';
import { CreateAccounts1764000001000 } from './migrations/1764000001000-create-accounts.ts';

export const entities = [AccountEntity, RefreshTokenEntity, AuthenticationEventEntity];
export const migrations = [CreateAccounts1764000001000];
