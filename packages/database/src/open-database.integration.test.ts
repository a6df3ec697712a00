import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { Column, type DataSource, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import { checkDatabase } from './check-database.ts';
import { databaseNow } from './database-now.ts';
import { databaseUrl } from './database-url.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/start-embedded-postgres.ts';
import { ensureDatabase } from './ensure-database.ts';
import { type OpenDatabaseOptions, openDatabase } from './open-database.ts';

@Entity('book')
class BookEntity {
  @PrimaryColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'text' })
  title: string;
}

class CreateBooks1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE book (id integer PRIMARY KEY, title text NOT NULL)');
    // Long enough for the other openers in a race to arrive.
    await runner.query('SELECT pg_sleep(0.2)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE book');
  }
}

class AddFirstBook1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`INSERT INTO book VALUES (1, 'Elements')`);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM book WHERE id = 1');
  }
}

class Broken1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`INSERT INTO book VALUES (2, 'Conics')`);
    await runner.query('CREATE TABLE book (id integer)');
  }
  async down(): Promise<void> {
    return;
  }
}

let folder: string;
let server: EmbeddedPostgres;
const opened: DataSource[] = [];
let databases = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lyceum-open-'));
  await chmod(folder, 0o755);
  server = await startEmbeddedPostgres({ dataDir: folder, durable: false });
});

afterEach(async () => {
  for (const dataSource of opened.splice(0)) if (dataSource.isInitialized) await dataSource.destroy();
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

function freshDatabase(): Promise<string> {
  databases += 1;
  return ensureDatabase({ serverUrl: server.url, database: `library ${databases}` });
}

async function open(url: string, options: Partial<OpenDatabaseOptions> = {}): Promise<DataSource> {
  const migrations = [CreateBooks1700000000001, AddFirstBook1700000000002];
  const dataSource = await openDatabase({ url, name: 'library', entities: [BookEntity], migrations, ...options });
  opened.push(dataSource);
  return dataSource;
}

function changed(url: string, change: (url: URL) => void): string {
  const copy = new URL(url);
  change(copy);
  return copy.href;
}

/** Returns the number of rows. */
async function asSuperuser(sql: string): Promise<number> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

describe('openDatabase', () => {
  test('migrates an empty database and finds nothing to do the next time', async () => {
    const url = await freshDatabase();
    const first = await open(url);
    expect(await first.getRepository(BookEntity).find()).toEqual([{ id: 1, title: 'Elements' }]);
    const second = await open(url);
    expect(await second.query('SELECT name FROM migrations ORDER BY id')).toEqual([
      { name: 'CreateBooks1700000000001' },
      { name: 'AddFirstBook1700000000002' },
    ]);
  });

  test('lets one of five instances migrate while the others wait', async () => {
    const url = await freshDatabase();
    const instances = await Promise.all([1, 2, 3, 4, 5].map(() => open(url, { poolSize: 1 })));
    for (const instance of instances) expect(await instance.query('SELECT title FROM book')).toHaveLength(1);
    expect(await instances[0]?.query('SELECT name FROM migrations')).toHaveLength(2);
  });

  test('rolls a failed migration back, keeps those before it, and says which database', async () => {
    const url = await freshDatabase();
    const migrations = [CreateBooks1700000000001, AddFirstBook1700000000002, Broken1700000000003];
    await expect(open(url, { migrations })).rejects.toMatchObject({
      code: 'DATABASE_MIGRATION_FAILED',
      message: 'A migration of "library" failed and was rolled back: relation "book" already exists.',
    });
    expect(await (await open(url)).query('SELECT id FROM book')).toEqual([{ id: 1 }]);
  });

  test('gives statements and idle transactions a limit, and its name to pg_stat_activity', async () => {
    const dataSource = await open(await freshDatabase(), { poolSize: 1 });
    const sql = `SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
      current_setting('idle_in_transaction_session_timeout') AS idle, current_setting('application_name') AS name`;
    expect(await dataSource.query(sql)).toEqual([{ statement: '30s', lock: '3s', idle: '30s', name: 'library' }]);
  });

  test('survives PostgreSQL ending its connections', async () => {
    const dataSource = await open(await freshDatabase());
    // Two connections: one busy and one idle when they are terminated.
    await Promise.all([dataSource.query('SELECT pg_sleep(0.01)'), dataSource.query('SELECT pg_sleep(0.01)')]);
    const outcome = expect(dataSource.query('SELECT pg_sleep(20)')).rejects.toMatchObject({ code: '57P01' });
    const busy = `SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query = 'SELECT pg_sleep(20)'`;
    while ((await asSuperuser(busy)) === 0) await setTimeout(5);
    await asSuperuser(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${dataSource.driver.database}'`,
    );
    await outcome;
    // The idle one may notice its termination only when it is used.
    const answers = () =>
      checkDatabase(dataSource).then(
        () => true,
        () => false,
      );
    while (!(await answers())) await setTimeout(5);
  });

  test('takes a password with every awkward character', async () => {
    const password = `p@:/?#[]%"' ü`;
    const url = await freshDatabase();
    await asSuperuser(`CREATE ROLE awkward LOGIN SUPERUSER PASSWORD ${pg.escapeLiteral(password)}`);
    const login = changed(url, (copy) => {
      copy.username = 'awkward';
      copy.password = encodeURIComponent(password);
    });
    expect(await (await open(login)).query('SELECT current_user AS me')).toEqual([{ me: 'awkward' }]);
  });

  test('explains a refused password, an unknown database and a silent port', async () => {
    const wrong = changed(server.url, (url) => {
      url.password = 'wr0ng';
    });
    await expect(open(wrong)).rejects.toMatchObject({
      code: 'DATABASE_LOGIN_REFUSED',
      message: expect.not.stringContaining('wr0ng'),
    });
    const absent = changed(server.url, (url) => {
      url.password = '';
    });
    await expect(open(absent)).rejects.toMatchObject({ code: 'DATABASE_LOGIN_REFUSED' });
    await expect(open(databaseUrl(server.url, 'nowhere'))).rejects.toMatchObject({
      code: 'DATABASE_UNKNOWN',
      message: expect.stringContaining('The database "nowhere"'),
    });
    await expect(open('postgres://u:p@127.0.0.1:1/db')).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: 'No PostgreSQL answers at postgres://u@127.0.0.1:1/db (ECONNREFUSED); start it or check DATABASE_URL.',
    });
    await expect(open('postgres://u:p@host.invalid/db')).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
  });

  test('refuses a PostgreSQL older than 16', async () => {
    const old = await startOldServer();
    const address = old.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    try {
      await expect(open(`postgres://u:p@127.0.0.1:${port}/db`)).rejects.toMatchObject({
        code: 'DATABASE_TOO_OLD',
        message: `postgres://u@127.0.0.1:${port}/db is PostgreSQL 15.8; Lyceum needs PostgreSQL 16 or newer.`,
      });
    } finally {
      old.close();
      await once(old, 'close');
    }
  });
});

describe('ensureDatabase', () => {
  test('creates a database once, however many ask at the same time', async () => {
    const urls = await Promise.all(
      [1, 2, 3, 4, 5].map(() => ensureDatabase({ serverUrl: server.url, database: 'Tea "Room"' })),
    );
    expect(new Set(urls)).toEqual(new Set([databaseUrl(server.url, 'Tea "Room"')]));
    const dataSource = await open(urls[0] ?? '');
    expect(await dataSource.query('SELECT current_database() AS name')).toEqual([{ name: 'Tea "Room"' }]);
  });

  test('says what to do when the user may not create databases', async () => {
    await asSuperuser(`CREATE ROLE guest LOGIN PASSWORD 'guest'`);
    const serverUrl = changed(server.url, (url) => {
      url.username = 'guest';
      url.password = 'guest';
    });
    await expect(ensureDatabase({ serverUrl, database: 'forbidden' })).rejects.toMatchObject({
      code: 'DATABASE_PERMISSION_MISSING',
      message: expect.stringMatching(
        /may not create the database "forbidden"; create it yourself or grant CREATEDB\.$/,
      ),
    });
  });
});

test("databaseNow is the clock's time, also late in a transaction", async () => {
  const dataSource = await open(await freshDatabase());
  await dataSource.transaction(async (manager) => {
    const first = await databaseNow(manager);
    await manager.query('SELECT pg_sleep(0.005)');
    expect((await databaseNow(manager)).getTime()).toBeGreaterThan(first.getTime());
    expect(Math.abs(first.getTime() - Date.now())).toBeLessThan(5_000);
  });
});

describe('checkDatabase', () => {
  test('resolves while the database answers', async () => {
    await expect(checkDatabase(await open(await freshDatabase()))).resolves.toBeUndefined();
  });

  test('fails in time when no connection is free', async () => {
    const dataSource = await open(await freshDatabase(), { poolSize: 1 });
    const runner = dataSource.createQueryRunner();
    await runner.connect();
    try {
      await expect(checkDatabase(dataSource, 50)).rejects.toMatchObject({
        code: 'DATABASE_NOT_ANSWERING',
        message: expect.stringContaining('does not answer: no answer within 50 ms.'),
      });
    } finally {
      await runner.release();
    }
    await expect(checkDatabase(dataSource)).resolves.toBeUndefined();
  });

  test('fails after the connection was closed', async () => {
    const dataSource = await open(await freshDatabase());
    await dataSource.destroy();
    await expect(checkDatabase(dataSource)).rejects.toMatchObject({ code: 'DATABASE_NOT_ANSWERING' });
  });
});

/** Speaks just enough of the protocol to report its version. */
async function startOldServer(): Promise<Server> {
  const message = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const authenticated = message('R', Buffer.from([0, 0, 0, 0]));
  const ready = message('Z', Buffer.from('I'));
  const columns = message('T', Buffer.concat([Buffer.from([0, 1]), Buffer.from('server_version\0'), textColumn()]));
  const row = message('D', Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 4]), Buffer.from('15.8')]));
  const complete = message('C', Buffer.from('SHOW\0'));
  const old = createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([authenticated, ready]));
      socket.once('data', () => socket.write(Buffer.concat([columns, row, complete, ready])));
    });
  });
  old.listen(0, '127.0.0.1');
  await once(old, 'listening');
  return old;
}

/** No table, type 25 (text), any length, no modifier, text format. */
function textColumn(): Buffer {
  return Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0]);
}
