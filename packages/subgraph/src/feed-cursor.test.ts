import fc from 'fast-check';
import { encodeCursor, encodeFeedCursor, readFeedCursor } from './index.ts';

const badCursor = expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_CURSOR' }) });

describe('a cursor of a feed', () => {
  it('is decoded as it was encoded', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (feed, version) => {
        expect(readFeedCursor(feed, encodeFeedCursor(feed, version))).toBe(version);
      }),
    );
  });

  it('is null if omitted', () => {
    expect(readFeedCursor('grades', null)).toBeNull();
    expect(readFeedCursor('grades', undefined)).toBeNull();
  });

  it('is refused by every other feed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), (feed, other, version) => {
        fc.pre(feed !== other);
        expect(() => readFeedCursor(other, encodeFeedCursor(feed, version))).toThrow(badCursor);
      }),
    );
  });

  it.each(['', 'nonsense', encodeCursor('grades'), encodeCursor('grades:-1'), encodeCursor('grades:1e3')])(
    'is refused when it is %j',
    (cursor) => {
      expect(() => readFeedCursor('grades', cursor)).toThrow(badCursor);
      expect(() => readFeedCursor('grades', cursor)).toThrow(/Read the current state again/);
    },
  );
});
