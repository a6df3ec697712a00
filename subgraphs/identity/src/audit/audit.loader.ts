import type { AuthenticationEventId, UserId } from '@lyceum/contracts';
import type { IdPage } from '@lyceum/database';
import type { DataSource } from 'typeorm';
import { authenticationEvents } from './audit.repository.ts';

/** Pages of the audit log; of all accounts if `userId` is null. */
export function createAuthenticationEventLoader({ manager }: DataSource) {
  const where = (userId: UserId | null) => (userId ? { userId } : {});
  return {
    load: (userId: UserId | null, page: IdPage<AuthenticationEventId>) =>
      authenticationEvents.findPage(manager, where(userId), page, 'NEWEST_FIRST'),
    count: (userId: UserId | null) => authenticationEvents.count(manager, where(userId)),
  };
}
