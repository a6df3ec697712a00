import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded/start-embedded-postgres.ts';
import { ensureDatabase } from '../ensure-database.ts';
import { openDatabase } from '../open-database.ts';
import { runAsOwner } from './connection-scope.ts';
import { isBusy } from './database-busy.ts';
import { SecondConnection } from './guard-pool.ts';

let folder: string;
let server: EmbeddedPostgres;
let dataSource: DataSource;
let one: DataSource;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lyceum-pool-'));
  server = await startEmbeddedPostgres({ dataDir: folder });
  const url = await ensureDatabase({ serverUrl: server.url, database: 'pool' });
  dataSource = await openDatabase({ url, name: 'pool', entities: [], migrations: [] });
  one = await openDatabase({ url, name: 'pool of one', entities: [], migrations: [], poolSize: 1 });
  await dataSource.query('CREATE TABLE counter (id int PRIMARY KEY, value int NOT NULL)');
  await dataSource.query('INSERT INTO counter VALUES (1, 0)');
});

afterAll(async () => {
  await one?.destroy();
  await dataSource?.destroy();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('inside a transaction', () => {
  it.each([
    ['a statement of the DataSource', (source: DataSource) => source.query('SELECT 1')],
    ['its manager', (source: DataSource) => source.manager.query('SELECT 1')],
    ['another transaction', (source: DataSource) => source.transaction((manager) => manager.query('SELECT 1'))],
    [
      'a query builder',
      (source: DataSource) => source.createQueryBuilder().select('1').from('counter', 'c').getRawMany(),
    ],
    ['a query runner', (source: DataSource) => source.createQueryRunner().query('SELECT 1')],
  ])('%s gets no second connection', async (_what, reach) => {
    const work = dataSource.transaction(async () => void (await reach(dataSource)));
    await expect(work).rejects.toThrow(SecondConnection);
  });

  it('its own manager serves everything, savepoints included', async () => {
    const value = await one.transaction('REPEATABLE READ', (manager) =>
      manager.transaction(async (nested) => {
        const [row] = await nested.query('SELECT value FROM counter');
        return row.value;
      }),
    );
    expect(value).toBe(0);
  });

  it('work that it did not await may continue afterwards', async () => {
    let later: Promise<unknown> = Promise.resolve();
    let start = () => {};
    const started = new Promise<void>((resolve) => {
      start = resolve;
    });
    await one.transaction(async () => {
      later = started.then(() => one.query('SELECT 1'));
    });
    start();
    await expect(later).resolves.toHaveLength(1);
  });
});

describe('a pool', () => {
  it('is free again after a transaction that failed', async () => {
    await expect(one.transaction(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(one.query('SELECT 1')).resolves.toHaveLength(1);
  });

  it('serves others at once while one owner has a burst of transactions that wait for a lock', async () => {
    const holder = await hold('SELECT * FROM counter WHERE id = 1 FOR UPDATE');
    const burst = Array.from({ length: 30 }, () =>
      runAsOwner('somebody', () => dataSource.query('UPDATE counter SET value = value + 1 WHERE id = 1')),
    );
    const bystander = await runAsOwner('somebody else', () => dataSource.query('SELECT value FROM counter'));
    expect(bystander).toEqual([{ value: 0 }]);
    await holder.letGo();
    await Promise.all(burst);
    expect(await dataSource.query('SELECT value FROM counter')).toEqual([{ value: 30 }]);
  });

  it('reports rows locked by others as busy', async () => {
    const holder = await hold('SELECT pg_advisory_xact_lock(1)');
    const refused = await dataSource.query('SELECT pg_advisory_lock(1)').catch((error: unknown) => error);
    await holder.letGo();
    expect(isBusy(refused)).toBe(true);
  });
});

/** Takes a lock in a transaction, and holds it until told to release it. */
async function hold(lock: string): Promise<{ letGo(): Promise<void> }> {
  let unlock = () => {};
  const done = new Promise<void>((resolve) => {
    unlock = resolve;
  });
  let transaction: Promise<void> = Promise.resolve();
  await new Promise<void>((held, failed) => {
    transaction = dataSource.transaction(async (manager) => {
      await manager.query(lock);
      held();
      await done;
    });
    transaction.catch(failed);
  });
  return {
    letGo() {
      unlock();
      return transaction;
    },
  };
}
