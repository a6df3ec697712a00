import { AuthenticationError, accessTokenLifetime, type Viewer } from '@lyceum/auth';
import { type EventEnvelope, type UserId, UserRoleChanged } from '@lyceum/contracts';
import { defineConsumer, on } from '@lyceum/outbox';
import type { EventSubscription } from '@lyceum/transport';
import type { DataSource, EntityManager } from 'typeorm';

/** Keeps, in every subgraph, since when people have other rights than their older access tokens say. */
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

/** Whether somebody's rights have changed since a moment: long work that was asked for before ends then. */
export async function rightsChangedSince(manager: EntityManager, userId: UserId, moment: Date): Promise<boolean> {
  const rows: unknown[] = await manager.query('SELECT 1 FROM stale_token WHERE user_id = $1 AND before > $2', [
    userId,
    moment,
  ]);
  return rows.length > 0;
}

/** Milliseconds for which a token that was given out before a change may still be presented. */
const memoryMs = (accessTokenLifetime + 60) * 1_000;

/**
 * Knows which access tokens say what is no longer so. A look costs no statement: what changed within the lifetime of a
 * token is kept in memory, read at the start and told to every instance as it happens.
 */
export class StaleTokens {
  readonly #staleBefore = new Map<string, number>();

  /** Reads what was told while this process did not run. */
  async load(dataSource: DataSource): Promise<void> {
    const rows: { user_id: string; before: Date }[] = await dataSource.query(
      'SELECT user_id, before FROM stale_token WHERE before > now() - make_interval(secs => $1)',
      [memoryMs / 1_000],
    );
    for (const { user_id, before } of rows) this.#note(user_id, before.getTime());
  }

  /** What every instance hears. */
  get broadcast(): Omit<EventSubscription, 'group'> {
    const handle: EventSubscription['handle'] = async (envelopes) => {
      for (const envelope of envelopes) this.#hear(envelope);
    };
    return { topics: [UserRoleChanged.topic], handle };
  }

  /** @throws {AuthenticationError} TOKEN_EXPIRED where the viewer's rights have changed since the token was given out */
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
