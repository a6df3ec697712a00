import { randomUUID } from 'node:crypto';
import { Column, Entity, type EntityManager, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import { type IdPage, repositoryOf } from './index.ts';
import { createTestDatabase, type TestDatabase } from './testing/index.ts';

@Entity('note')
class NoteEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'book_id' })
  bookId: string;

  @Column('text')
  text: string;
}

class CreateNotes1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE note (id uuid PRIMARY KEY, book_id uuid NOT NULL, text text NOT NULL)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE note');
  }
}

interface Note {
  readonly id: string;
  readonly bookId: string;
  readonly text: string;
}

const notes = repositoryOf(NoteEntity, ({ id, bookId, text }): Note => ({ id, bookId, text }));
const [book, other, empty] = [randomUUID(), randomUUID(), randomUUID()];
const firstPage: IdPage<string> = { limit: 2, after: null };

let database: TestDatabase;
let manager: EntityManager;
let inBook: Note[];
let inOther: Note[];

beforeAll(async () => {
  database = await createTestDatabase({
    name: 'repository',
    entities: [NoteEntity],
    migrations: [CreateNotes1700000000000],
  });
  manager = database.dataSource.manager;
  const make = (bookId: string, count: number) =>
    Array.from({ length: count }, (_, index): Note => ({ id: randomUUID(), bookId, text: `note ${index}` })).sort(
      (one, another) => (one.id < another.id ? -1 : 1),
    );
  [inBook, inOther] = [make(book, 5), make(other, 1)];
  for (const note of [...inBook, ...inOther]) await notes.insert(manager, note);
});
afterAll(() => database.drop());

describe('a repository', () => {
  it('finds plain objects by id, and leaves out what is not there', async () => {
    const [first] = inBook;
    expect(await notes.find(manager, String(first?.id))).toStrictEqual(first);
    expect(await notes.find(manager, randomUUID())).toBeUndefined();
    expect(await notes.findMany(manager, [String(first?.id), randomUUID()])).toStrictEqual([first]);
  });

  it('locks an object until the transaction ends', async () => {
    const id = String(inBook[0]?.id);
    await manager.transaction(async (holder) => {
      expect(await notes.lock(holder, id)).toStrictEqual(inBook[0]);
      const [{ locked }] = await holder.query(
        'SELECT count(*) > 0 AS locked FROM pg_locks WHERE mode = $1 AND granted',
        ['RowShareLock'],
      );
      expect(locked).toBe(true);
    });
    expect(await manager.transaction((holder) => notes.lock(holder, randomUUID()))).toBeUndefined();
  });

  it('pages in both orders, with one more than the page', async () => {
    expect(await notes.findPage(manager, { bookId: book }, firstPage, 'OLDEST_FIRST')).toEqual(inBook.slice(0, 3));
    const newest = inBook.toReversed();
    expect(await notes.findPage(manager, { bookId: book }, firstPage, 'NEWEST_FIRST')).toEqual(newest.slice(0, 3));
    const after = { limit: 2, after: String(newest[1]?.id) };
    expect(await notes.findPage(manager, { bookId: book }, after, 'NEWEST_FIRST')).toEqual(newest.slice(2, 5));
  });

  it('reads the same page of several parents, under a condition', async () => {
    expect(await notes.findPageOfEach(manager, 'bookId', [book, other, empty], firstPage)).toEqual(
      new Map([
        [book, inBook.slice(0, 3)],
        [other, inOther],
      ]),
    );
    const filter = { condition: 'listed.text = :text', parameters: { text: inBook[4]?.text } };
    const found = await notes.findPageOfEach(manager, 'bookId', [book, empty], firstPage, filter);
    expect(found).toEqual(new Map([[book, [inBook[4]]]]));
  });

  it('counts all, and by parent', async () => {
    expect(await notes.count(manager, { bookId: book })).toBe(5);
    expect(await notes.countOfEach(manager, 'bookId', [book, other, empty])).toEqual(
      new Map([
        [book, 5],
        [other, 1],
      ]),
    );
  });
});
