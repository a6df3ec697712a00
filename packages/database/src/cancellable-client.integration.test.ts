import { until } from '@lyceum/testing';
import { runStatementsIn, StatementScope } from './index.ts';
import { createTestDatabase, type TestDatabase } from './testing/index.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ name: 'cancelling', entities: [], migrations: [] });
  await database.dataSource.query('CREATE TABLE note (text text)');
});
afterAll(() => database.drop());

async function running(): Promise<number> {
  const [row] = await database.dataSource.query(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND state = 'active' AND query LIKE 'SELECT pg_sleep%'`,
  );
  return row.count;
}

function sleepIn(scope: StatementScope) {
  return runStatementsIn(scope, () => database.dataSource.query('SELECT pg_sleep(60)'));
}

describe('statements that run in a scope', () => {
  it('are cancelled in PostgreSQL when it ends', async () => {
    const scope = new StatementScope();
    const sleeping = [1, 2, 3].map(() => sleepIn(scope));
    const outcomes = Promise.allSettled(sleeping);
    await until(async () => (await running()) === 3);
    scope.end(new Error('enough'));
    expect(await outcomes).toEqual(
      sleeping.map(() => ({ status: 'rejected', reason: expect.objectContaining({ code: '57014' }) })),
    );
    expect(await running()).toBe(0);
  });

  it('are not sent any more after it has ended', async () => {
    const reason = new Error('enough');
    const scope = new StatementScope();
    scope.end(reason);
    const late = runStatementsIn(scope, () => database.dataSource.query("INSERT INTO note VALUES ('late')"));
    await expect(late).rejects.toMatchObject({ driverError: reason });
    expect(await database.dataSource.query('SELECT * FROM note')).toEqual([]);
  });

  it('take their transaction with them, and leave the connection usable', async () => {
    const scope = new StatementScope();
    const transaction = runStatementsIn(scope, () =>
      database.dataSource.transaction(async (manager) => {
        await manager.query("INSERT INTO note VALUES ('half')");
        scope.end(new Error('enough'));
      }),
    );
    await expect(transaction).rejects.toMatchObject({ driverError: { message: 'enough' } });
    const outcomes = Array.from({ length: 20 }, () =>
      database.dataSource.query('SELECT count(*)::int AS count FROM note'),
    );
    expect(await Promise.all(outcomes)).toEqual(outcomes.map(() => [{ count: 0 }]));
  });

  it('do not touch what others run at the same time, nor what the connection runs next', async () => {
    const other = new StatementScope();
    const untouched = runStatementsIn(other, () => database.dataSource.query('SELECT pg_sleep(0.2)::text'));
    for (let round = 0; round < 20; round += 1) {
      const scope = new StatementScope();
      const cut = sleepIn(scope).catch(() => 'cut');
      await until(async () => (await running()) > 0);
      scope.end(new Error('enough'));
      expect(await cut).toBe('cut');
      expect(await database.dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    }
    expect(await untouched).toEqual([{ pg_sleep: '' }]);
  });

  it('run to their end while it goes on', async () => {
    const scope = new StatementScope();
    expect(await runStatementsIn(scope, () => database.dataSource.query('SELECT 2 AS two'))).toEqual([{ two: 2 }]);
  });

  it('tell how much they read, and can be cut off when it is too much', async () => {
    let total = 0;
    const scope = new StatementScope((bytes) => {
      total += bytes;
      if (total > 1_000_000) scope.end(new Error('too much'));
    });
    const texts = runStatementsIn(scope, () =>
      database.dataSource.query("SELECT repeat('x', 100000) FROM generate_series(1, 2000)"),
    );
    await expect(texts).rejects.toMatchObject({ code: '57014' });
    expect(total).toBeGreaterThan(1_000_000);
    expect(total).toBeLessThan(20_000_000);
  });
});
