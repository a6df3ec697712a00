import fc from 'fast-check';
import { printCategory, readCategory } from './category.ts';
import { Rejection } from './rejection.ts';

describe('a category', () => {
  it.each([
    ['$CATEGORY: Algebra', 'Algebra'],
    ['$CATEGORY:Algebra/Linear', 'Algebra/Linear'],
    ['$CATEGORY: Algebra / Linear / ', 'Algebra/Linear'],
    ['$CATEGORY: top/Algebra', 'Algebra'],
    ['$CATEGORY: $course$/top/Algebra', 'Algebra'],
    ['$CATEGORY: $system$/Algebra', 'Algebra'],
    ['$CATEGORY: Algebra/top', 'Algebra/top'],
    ['$CATEGORY: Algebra/$course$', 'Algebra/$course$'],
    ['$CATEGORY: in//out/both', 'in//out/both'],
    ['$CATEGORY: top', ''],
    ['$CATEGORY:', ''],
  ])('%j is %j', (line, expected) => {
    expect(readCategory(line)).toBe(expected);
  });

  it('may have a line of 1,000 characters, and no more', () => {
    const line = (length: number) => '$CATEGORY:'.padEnd(length, 'a');
    expect(readCategory(line(1_000))).toBe('a'.repeat(990));
    expect(readCategory(line(1_001))).toEqual(
      new Rejection('The category above this question has more than 1,000 characters; give it a shorter name.'),
    );
  });

  it('is read back as it was printed', () => {
    const level = fc
      .array(fc.constantFrom(...'ab$/ ', 'top', '$course$'), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join('').trim())
      .filter((name) => name !== '')
      .map((name) => name.replaceAll('/', '//'));
    // A slash that begins or ends a level meets the one that parts it from the next: which is which, nobody can tell.
    const path = fc
      .array(
        level.filter((name) => !name.startsWith('/') && !name.endsWith('/')),
        { maxLength: 4 },
      )
      .map((levels) => levels.join('/'));
    fc.assert(
      fc.property(path, (given) => {
        expect(readCategory(printCategory(given))).toBe(given);
      }),
    );
  });
});
