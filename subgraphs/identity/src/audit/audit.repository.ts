import { AuthenticationEventId, newId, type UserId } from '@lyceum/contracts';
import { repositoryOf } from '@lyceum/database';
import { currentRequest } from '@lyceum/telemetry';
import type { EntityManager } from 'typeorm';
import { AuthenticationEventEntity } from './audit.entity.ts';
import type { AuthenticationEvent, AuthenticationEventKind } from './audit.ts';

export const authenticationEvents = {
  ...repositoryOf(AuthenticationEventEntity, ({ id, kind, userId, requestId, at }): AuthenticationEvent => {
    return { id, kind, userId, requestId, at };
  }),

  /** Records an event, in the transaction in which it happened. */
  async record(
    manager: EntityManager,
    event: { kind: AuthenticationEventKind; userId: UserId | null; email: string },
  ): Promise<void> {
    await manager.insert(AuthenticationEventEntity, {
      ...event,
      id: newId(AuthenticationEventId),
      email: event.email.toLowerCase(),
      requestId: currentRequest()?.requestId ?? 'start',
    });
  },
};
