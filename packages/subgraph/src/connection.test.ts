import fc from 'fast-check';
import { connectionResolvers } from './id-page.ts';
import { decodeCursor, encodeCursor, readPage, toConnection, toCountedConnection } from './index.ts';

const badInput = (argument: string) => expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', argument } });

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('the arguments of a connection', () => {
  it('have a default, whether they are omitted or null', () => {
    expect(readPage({})).toEqual({ limit: 20, after: null });
    expect(readPage({ first: null, after: null })).toEqual({ limit: 20, after: null });
  });

  it('take 1 to 100 rows after a cursor', () => {
    expect(readPage({ first: 1, after: encodeCursor('k') })).toEqual({ limit: 1, after: 'k' });
    expect(readPage({ first: 100 }).limit).toBe(100);
  });

  it.each([0, -1, 101, 1.5, Number.NaN])('refuse %d rows, with the accepted range', (first) => {
    const error = thrownBy(() => readPage({ first }));
    expect(error).toEqual(badInput('first'));
    expect((error as Error).message).toContain(`from 1 to 100, not ${first}`);
  });

  it.each(['', 'not a cursor', '%%%', 'YQ==', 'YR', '/+8='])('refuse the cursor %j', (after) => {
    expect(thrownBy(() => readPage({ after }))).toEqual(badInput('after'));
  });
});

describe('a cursor', () => {
  it('decodes to its key, and is URL-safe', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (key) => {
        expect(decodeCursor(encodeCursor(key))).toBe(key);
        expect(encodeCursor(key)).toMatch(/^[\w-]+$/);
      }),
    );
  });

  it('that was forged is either refused or decodes to a key', () => {
    fc.assert(
      fc.property(fc.string(), (cursor) => {
        try {
          expect(encodeCursor(decodeCursor(cursor))).toBe(cursor);
        } catch (error) {
          expect(error).toEqual(badInput('after'));
        }
      }),
    );
  });
});

describe('a connection', () => {
  it('omits the extra row that was read to detect a next page', () => {
    const connection = toConnection(['a', 'b', 'c'], { limit: 2, after: null }, (row) => `key-${row}`);
    expect(connection).toEqual({
      nodes: ['a', 'b'],
      edges: [
        { cursor: encodeCursor('key-a'), node: 'a' },
        { cursor: encodeCursor('key-b'), node: 'b' },
      ],
      pageInfo: { hasNextPage: true, endCursor: encodeCursor('key-b') },
    });
  });

  it('ends when there are no more rows, and has no end cursor if it is empty', () => {
    const page = { limit: 2, after: null };
    expect(toConnection(['a', 'b'], page, String).pageInfo.hasNextPage).toBe(false);
    expect(toConnection([], page, String)).toEqual({
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  it('read page by page gives every row once, with any page size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 10 }), (count, first) => {
        const rows = Array.from({ length: count }, (_, index) => String(index).padStart(3, '0'));
        const seen: string[] = [];
        let after: string | null = null;
        let more = true;
        while (more) {
          const page = readPage({ first, after });
          const from = page.after;
          const found = rows.filter((row) => from === null || row > from).slice(0, page.limit + 1);
          const { nodes, pageInfo } = toConnection(found, page, String);
          seen.push(...nodes);
          after = pageInfo.endCursor;
          more = pageInfo.hasNextPage;
        }
        expect(seen).toEqual(rows);
      }),
    );
  });

  it('counts the whole list only when the count is requested', async () => {
    let counts = 0;
    const connection = toCountedConnection([{ id: 'a' }, { id: 'b' }], { limit: 1, after: null }, async () => {
      counts += 1;
      return 7;
    });
    expect(connection.nodes).toEqual([{ id: 'a' }]);
    expect(counts).toBe(0);
    expect(await connectionResolvers.totalCount(connection)).toBe(7);
    expect(counts).toBe(1);
  });
});
