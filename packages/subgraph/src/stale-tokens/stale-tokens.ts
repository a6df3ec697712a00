import { AuthenticationError, accessTokenLifetime, type Viewer } from '@lyceum/auth';
import { type EventEnvelope, type UserId, UserRoleChanged } from '@lyceum/contracts';
import { defineConsumer, on } from '@lyceum/outbox';
import type { EventSubscription } from '@lyceum/transport';
import type { DataSource, EntityManager } from 'typeorm';

/** Stores, in every subgraph, the time of people's last change of rights, to refuse older access tokens. */
export const staleTokensConsumer = defineConsumer({
  name: 'stale-tokens',
  kind: 'projection',
  async empty(manager) {
    await manager.query('DELETE FROM stale_token');
  },
  handlers: [
    on(UserRoleChanged, ({ payload: { userId, changedAt } }, { manager }) => markStale(manager, userId, changedAt)),
  ],
});

async function markStale(manager: EntityManager, userId: UserId, before: string): Promise<void> {
  await manager.query(
    `INSERT INTO stale_token AS known (user_id, before) VALUES ($1, $2)
     ON CONFLICT (user_id) DO UPDATE SET before = greatest(known.before, excluded.before)`,
    [userId, before],
  );
}

/** Whether a person's rights have changed since a time: long work requested before then ends. */
export async function rightsChangedSince(manager: EntityManager, userId: UserId, moment: Date): Promise<boolean> {
  const rows: unknown[] = await manager.query('SELECT 1 FROM stale_token WHERE user_id = $1 AND before > $2', [
    userId,
    moment,
  ]);
  return rows.length > 0;
}

/** Milliseconds for which a token issued before a change may still be presented. */
const memoryMs = (accessTokenLifetime + 60) * 1_000;

/**
 * Knows which access tokens are outdated. A check needs no statement: changes within the lifetime of a token are kept
 * in memory, read at the start and delivered to every instance as they happen.
 */
export class StaleTokens {
  readonly #staleBefore = new Map<string, number>();

  /** Reads the changes from before this process started. */
  async load(dataSource: DataSource): Promise<void> {
    const rows: { user_id: string; before: Date }[] = await dataSource.query(
      'SELECT user_id, before FROM stale_token WHERE before > now() - make_interval(secs => $1)',
      [memoryMs / 1_000],
    );
    for (const { user_id, before } of rows) this.#note(user_id, before.getTime());
  }

  /** The subscription of every instance. */
  get broadcast(): Omit<EventSubscription, 'group'> {
    const handle: EventSubscription['handle'] = async (envelopes) => {
      for (const envelope of envelopes) this.#hear(envelope);
    };
    return { topics: [UserRoleChanged.topic], handle };
  }

  /** @throws {AuthenticationError} TOKEN_EXPIRED if the viewer's rights have changed since the token was issued */
  check(viewer: Viewer | null): void {
    if (!viewer || viewer.external) return;
    const before = this.#staleBefore.get(viewer.userId);
    if (before === undefined || viewer.issuedAt.getTime() > before) return;
    throw new AuthenticationError('TOKEN_EXPIRED', 'Your rights have changed: refresh the session.');
  }

  #hear({ type, data }: EventEnvelope): void {
    if (type !== UserRoleChanged.type) return;
    const { data: change } = UserRoleChanged.payload.safeParse(data);
    if (change) this.#note(change.userId, Date.parse(change.changedAt));
  }

  #note(userId: string, before: number): void {
    this.#staleBefore.set(userId, Math.max(before, this.#staleBefore.get(userId) ?? 0));
    for (const [oldest, at] of this.#staleBefore) {
      if (at > Date.now() - memoryMs) break;
      this.#staleBefore.delete(oldest);
    }
  }
}
