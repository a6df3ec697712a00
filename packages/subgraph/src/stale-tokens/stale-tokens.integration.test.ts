import type { Viewer } from '@lyceum/auth';
import { newId, type Role, UserId, UserRoleChanged } from '@lyceum/contracts';
import { createTestDatabase, type TestDatabase } from '@lyceum/database/testing';
import { dispatch } from '@lyceum/outbox';
import { createLogger } from '@lyceum/telemetry';
import { allMigrations } from '../index.ts';
import { StaleTokens, staleTokensConsumer } from './stale-tokens.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ name: 'stale', entities: [], migrations: allMigrations({ migrations: [] }) });
});
afterAll(() => database.drop());

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const viewer = (userId: UserId, issuedAt: Date): Viewer => ({
  userId,
  role: 'INSTRUCTOR',
  scopes: new Set(),
  issuedAt,
  expiresAt: new Date(Date.now() + 60_000),
  external: null,
});

function roleChange(userId: UserId, changedAt: Date, version = 2, role: Role = 'STUDENT') {
  const time = changedAt.toISOString();
  return {
    specversion: '1.0' as const,
    id: crypto.randomUUID(),
    source: '/identity',
    type: UserRoleChanged.type,
    subject: userId,
    time,
    datacontenttype: 'application/json' as const,
    data: { userId, role, changedAt: time },
    aggregateversion: version,
  };
}

const refused = expect.objectContaining({ reason: 'TOKEN_EXPIRED' });

async function load(): Promise<StaleTokens> {
  const tokens = new StaleTokens();
  await tokens.load(database.dataSource);
  return tokens;
}

function verdict(tokens: StaleTokens, who: Viewer | null): unknown {
  try {
    tokens.check(who);
    return 'accepted';
  } catch (error) {
    return error;
  }
}

describe('an access token', () => {
  it('issued before a change of rights is refused, a later one is not', async () => {
    const [tokens, userId] = [new StaleTokens(), newId(UserId)];
    await tokens.broadcast.handle([roleChange(userId, minutesAgo(1))]);
    expect(verdict(tokens, viewer(userId, minutesAgo(2)))).toEqual(refused);
    expect(verdict(tokens, viewer(userId, minutesAgo(0)))).toBe('accepted');
  });

  it('of another person, or none, is accepted', async () => {
    const tokens = new StaleTokens();
    await tokens.broadcast.handle([roleChange(newId(UserId), minutesAgo(1))]);
    expect(verdict(tokens, viewer(newId(UserId), minutesAgo(2)))).toBe('accepted');
    expect(verdict(tokens, null)).toBe('accepted');
  });

  it('is refused after a restart too, by the later of two changes, in any order of their events', async () => {
    const userId = newId(UserId);
    const context = {
      dataSource: database.dataSource,
      log: createLogger('test', 'silent'),
      onCommitted: () => undefined,
    };
    await dispatch(context, [staleTokensConsumer], [roleChange(userId, minutesAgo(1), 3)]);
    await dispatch(context, [staleTokensConsumer], [roleChange(userId, minutesAgo(3), 2)]);
    const tokens = await load();
    expect(verdict(tokens, viewer(userId, minutesAgo(2)))).toEqual(refused);
    await tokens.broadcast.handle([roleChange(userId, minutesAgo(5))]);
    expect(verdict(tokens, viewer(userId, minutesAgo(2)))).toEqual(refused);
  });

  it('is not remembered for longer than the lifetime of tokens', async () => {
    const userId = newId(UserId);
    await database.dataSource.query('INSERT INTO stale_token VALUES ($1, $2)', [userId, minutesAgo(60)]);
    expect(verdict(await load(), viewer(userId, minutesAgo(90)))).toBe('accepted');
  });
});
