import { randomUUID } from 'node:crypto';
import { formatWritten, mostWritten, parseWritten } from './read-your-writes.ts';

describe('the events that a caller has caused', () => {
  it.each(['course.course.created.v1', 'live-session.break-out-room.closed.v12'])(
    'are parsed as formatted: %s',
    (type) => {
      const written = { type, id: randomUUID() };
      expect(parseWritten([formatWritten(written)])).toEqual([written]);
    },
  );

  it.each([
    '',
    'course.created.v1/x',
    `Course.course.created.v1/${randomUUID()}`,
    `course.course.created/${randomUUID()}`,
  ])('are omitted if invalid: %j', (text) => {
    expect(parseWritten([text])).toEqual([]);
  });

  it('are the latest if there are too many', () => {
    const texts = Array.from(
      { length: mostWritten + 1 },
      (_, index) => `course.course.created.v${index + 1}/${randomUUID()}`,
    );
    expect(parseWritten(texts).map(formatWritten)).toEqual(texts.slice(1));
  });
});
