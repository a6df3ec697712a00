import { CourseId, newId } from '@lyceum/contracts';
import { parseId } from './index.ts';

describe('an id that a client sent', () => {
  it('is accepted unchanged', () => {
    const id = newId(CourseId);
    expect(parseId(CourseId, 'id', id)).toBe(id);
  });

  it.each(['', '7', 'x'.repeat(10_000)])('is refused if invalid, with the name of its argument', (value) => {
    expect(() => parseId(CourseId, 'input.courseId', value)).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', argument: 'input.courseId' } }),
    );
    expect(() => parseId(CourseId, 'input.courseId', value)).toThrow(/^input\.courseId: expected an id[\s\S]{1,120}$/);
  });
});
