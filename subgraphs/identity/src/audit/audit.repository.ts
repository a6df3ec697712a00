import { AuthenticationEventId, newId, type UserId } from '@lyceum/contracts';
import type { IdPage } from '@lyceum/subgraph';
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

/** When sign-ins for an address failed, newest first. Others who ask for the same address wait until the transaction ends. */
export async function lockFailures(manager: EntityManager, email: string, windowMinutes: number): Promise<Date[]> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`login ${email.toLowerCase()}`]);
  const rows: { at: Date }[] = await manager.query(
    `SELECT at FROM authentication_event
     WHERE email = $1 AND kind = 'LOGIN_FAILED' AND at > now() - make_interval(mins => $2)
       AND at > coalesce((SELECT max(at) FROM authentication_event WHERE email = $1 AND kind = 'LOGIN_SUCCEEDED'), '-infinity')
     ORDER BY at DESC`,
    [email.toLowerCase(), windowMinutes],
  );
  return rows.map(({ at }) => at);
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
