import { CourseCreated, CourseId, newId, UserId } from '@lyceum/contracts';
import { createTestDatabase, type TestDatabase } from '@lyceum/database/testing';
import { z } from 'zod';
import { CreateFeeds1764000000004, defineFeed, type OpenFeed, openFeed, UnknownPosition } from './index.ts';

const Note = z.object({ text: z.string(), at: z.coerce.date() });
type Note = z.output<typeof Note>;

const noteFeed = defineFeed({
  name: 'note',
  key: CourseId,
  value: Note,
  event: CourseCreated,
  keyOf: ({ courseId }) => courseId,
  keep: 3,
});
const at = new Date('2026-09-01T08:00:00Z');
const note = (text: string): Note => ({ text, at });

let database: TestDatabase;
let feed: OpenFeed<CourseId, Note>;

beforeAll(async () => {
  database = await createTestDatabase({ name: 'live', entities: [], migrations: [CreateFeeds1764000000004] });
});
afterAll(() => database.drop());
beforeEach(() => {
  feed = openFeed(noteFeed, database.dataSource.manager);
});
afterEach(() => feed.stop());

/** Appends in its own transaction, and runs the actions due after the commit. */
async function append(key: CourseId, text: string): Promise<number> {
  const hints: (() => void)[] = [];
  const version = await database.dataSource.transaction((manager) =>
    feed.append({ manager, afterCommit: (hint) => hints.push(hint) }, key, note(text)),
  );
  for (const hint of hints) hint();
  return version;
}

async function take(key: CourseId, after: number | null, count: number): Promise<[number, string][]> {
  const taken: [number, string][] = [];
  const changes = feed.follow(key, after, async (all) => all);
  for await (const { version, value } of changes) {
    expect(value.at).toEqual(at);
    if (taken.push([version, value.text]) === count) break;
  }
  return taken;
}

describe('a feed', () => {
  it('numbers the changes of each key from 1 and returns them in order', async () => {
    const [key, other] = [newId(CourseId), newId(CourseId)];
    await append(other, 'elsewhere');
    for (const text of ['a', 'b']) await append(key, text);
    expect(await take(key, 0, 2)).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
    expect(await feed.heads(database.dataSource.manager, [key, other, newId(CourseId)])).toEqual(
      new Map([
        [key, 2],
        [other, 1],
      ]),
    );
  });

  it('numbers concurrent changes without gaps', async () => {
    const key = newId(CourseId);
    const versions = await Promise.all(Array.from({ length: 20 }, (_, index) => append(key, String(index))));
    expect(versions.sort((one, another) => one - another)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('pushes a change after its commit to subscribers', async () => {
    const key = newId(CourseId);
    await append(key, 'before');
    const next = take(key, null, 1);
    await new Promise((resolve) => setImmediate(resolve));
    await append(key, 'live');
    expect(await next).toEqual([[2, 'live']]);
  });

  it('keeps the newest changes, and refuses to resume from an older one', async () => {
    const key = newId(CourseId);
    for (const text of ['a', 'b', 'c', 'd', 'e']) await append(key, text);
    expect(await take(key, 2, 3)).toEqual([
      [3, 'c'],
      [4, 'd'],
      [5, 'e'],
    ]);
    await expect(take(key, 1, 1)).rejects.toThrow(UnknownPosition);
  });

  it('contains nothing from a transaction that is rolled back', async () => {
    const key = newId(CourseId);
    const failed = database.dataSource.transaction(async (manager) => {
      await feed.append({ manager, afterCommit: () => undefined }, key, note('lost'));
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    expect(await append(key, 'first')).toBe(1);
  });

  it('is woken only by its event', () => {
    const courseId = newId(CourseId);
    const data = { courseId, title: 'Algebra', instructorId: newId(UserId), createdAt: at.toISOString() };
    expect(noteFeed.wokenBy({ type: CourseCreated.type, data })).toBe(courseId);
    expect(noteFeed.wokenBy({ type: 'course.course.published.v1', data })).toBeUndefined();
    expect(noteFeed.wokenBy({ type: CourseCreated.type, data: {} })).toBeUndefined();
  });
});
