import type { MigrationInterface, QueryRunner } from 'typeorm';
import { countStatements } from './count-statements.ts';
import { createTestDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database.ts';

class CreateNotes1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE note (id integer PRIMARY KEY)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE note');
  }
}

class CreateTags1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE tag (id integer PRIMARY KEY)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tag');
  }
}

const created: TestDatabase[] = [];

afterEach(() => Promise.all(created.splice(0).map((database) => database.drop())));

async function create(options: Partial<TestDatabaseOptions> = {}): Promise<TestDatabase> {
  const database = await createTestDatabase({
    name: 'notebook',
    entities: [],
    migrations: [CreateNotes1700000000000],
    ...options,
  });
  created.push(database);
  return database;
}

describe('createTestDatabase', () => {
  test('gives every caller a migrated database of its own', async () => {
    const [first, second] = await Promise.all([create(), create()]);
    await first.dataSource.query('INSERT INTO note VALUES (1)');
    expect(await first.dataSource.query('SELECT id FROM note')).toHaveLength(1);
    expect(await second.dataSource.query('SELECT id FROM note')).toHaveLength(0);
  });

  test('makes another template when the migrations change', async () => {
    await create();
    const later = await create({ migrations: [CreateNotes1700000000000, CreateTags1700000000001] });
    expect(await later.dataSource.query('SELECT id FROM tag')).toEqual([]);
  });

  test('makes a template anew that an interrupted run left half made', async () => {
    const { dataSource } = await create({ name: 'half' });
    const templates: { datname: string }[] = await dataSource.query(
      `SELECT datname FROM pg_database WHERE datname LIKE 'template_half_%'`,
    );
    const name = templates[0]?.datname ?? '';
    await dataSource.query(`ALTER DATABASE "${name}" IS_TEMPLATE false`);
    await dataSource.query(`DROP DATABASE "${name}"`);
    await dataSource.query(`CREATE DATABASE "${name}"`);
    const again = await create({ name: 'half' });
    expect(await again.dataSource.query('SELECT id FROM note')).toEqual([]);
  });

  test('drops a database that others are still connected to, and may be told so twice', async () => {
    const database = await create();
    const witness = await create();
    const name = new URL(database.url).pathname.slice(1);
    await database.dataSource.query('SELECT 1');
    await database.drop();
    await database.drop();
    expect(await witness.dataSource.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).toEqual([]);
    await expect(database.dataSource.query('SELECT 1')).rejects.toThrow();
  });
});

describe('countStatements', () => {
  test('counts raw queries and queries in a transaction, without opening and closing it', async () => {
    const { dataSource } = await create();
    const counted = await countStatements(dataSource, async () => {
      await dataSource.query('SELECT 1');
      return dataSource.transaction(async (manager) => {
        await manager.query('INSERT INTO note VALUES (7)');
        return manager.transaction((inner) => inner.query('SELECT id FROM note'));
      });
    });
    expect(counted).toEqual({
      result: [{ id: 7 }],
      statements: ['SELECT 1', 'INSERT INTO note VALUES (7)', 'SELECT id FROM note'],
    });
  });

  test('stops counting afterwards, also when the run fails', async () => {
    const { dataSource } = await create();
    const logger = dataSource.logger;
    await expect(countStatements(dataSource, () => dataSource.query('SELECT nonsense'))).rejects.toThrow();
    expect(dataSource.logger).toBe(logger);
  });
});
