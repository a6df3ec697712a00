import { AuthenticationEventId, newId, type UserId } from '@lyceum/contracts';
import type { IdPage } from '@lyceum/database';

import { currentRequest } from '@lyceum/telemetry';
import { type EntityManager, LessThan } from 'typeorm';
import { AuthenticationEventEntity } from './audit.entity.ts';
import type { AuthenticationEvent, AuthenticationEventKind } from './audit.ts';

/** Writes down what happened, in the transaction in which it did. */
export async function recordEvent(
  manager: EntityManager,
  event: { kind: AuthenticationEventKind; userId: UserId | null; email: string },
): Promise<void> {
  await manager.insert(AuthenticationEventEntity, {
    ...event,
    id: newId(AuthenticationEventId),
    email: event.email.toLowerCase(),
    requestId: currentRequest()?.requestId ?? 'start',
  });
}

/** One more than the page, newest first. */
export async function findEvents(
  manager: EntityManager,
  userId: UserId | null,
  page: IdPage<AuthenticationEventId>,
): Promise<AuthenticationEvent[]> {
  return manager.find(AuthenticationEventEntity, {
    where: { ...(userId ? { userId } : {}), ...(page.after ? { id: LessThan(page.after) } : {}) },
    order: { id: 'DESC' },
    take: page.limit + 1,
  });
}

/** How many there are; of all accounts where `userId` is null. */
export async function countEvents(manager: EntityManager, userId: UserId | null): Promise<number> {
  return manager.countBy(AuthenticationEventEntity, userId ? { userId } : {});
}
