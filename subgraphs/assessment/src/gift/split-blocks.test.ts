import fc from 'fast-check';
import { isCategory, LONGEST_BLOCK, splitBlocks } from './split-blocks.ts';

const blocksOf = (...lines: string[]) => [...splitBlocks(lines.join('\n'))].map(({ line, text }) => [line, text]);

describe('a file', () => {
  it('is cut at blank lines', () => {
    expect(blocksOf('', 'a {T}', 'b', '', ' \t', 'c {T}')).toEqual([
      [2, 'a {T}\nb'],
      [6, 'c {T}'],
    ]);
  });

  it('is not cut at blank lines within braces', () => {
    expect(blocksOf('a {', '', '=b', '', '}')).toEqual([[1, 'a {\n\n=b\n\n}']]);
  });

  it('loses its comments, whose braces count for nothing', () => {
    expect(blocksOf('// {', 'a', '  // {', '{T}', '', '// end')).toEqual([[2, 'a\n{T}']]);
  });

  it('has a block of its own for a category, with or without blank lines around it', () => {
    expect(blocksOf('a {T}', '$CATEGORY: x', 'b {T}')).toEqual([
      [1, 'a {T}'],
      [2, '$CATEGORY: x'],
      [3, 'b {T}'],
    ]);
  });

  it.each([
    ['a title', '::B::b {T}'],
    ['another answer block', 'b {T}'],
  ])('begins the next question at %s on a later line, without a blank line', (_what, next) => {
    expect(blocksOf('a {T}', next)).toEqual([
      [1, 'a {T}'],
      [2, next],
    ]);
  });

  it('keeps another pair of braces on the line of the first with it, to be refused', () => {
    expect(blocksOf('a {T} b {T}')).toEqual([[1, 'a {T} b {T}']]);
  });

  it.each([['b {T}'], ['::B::b'], ['$CATEGORY: x'], []])(
    'takes braces for never closed at a blank line before %j',
    (...next) => {
      expect(blocksOf('a {=x', '', ...next)).toEqual([[1, 'a {=x'], ...next.map((text) => [3, text])]);
    },
  );

  it('takes braces for never closed at a blank line although a later line would close them', () => {
    expect(blocksOf('a {=x', '', 'b {T}', '', 'c }')).toEqual([
      [1, 'a {=x'],
      [3, 'b {T}'],
      [5, 'c }'],
    ]);
  });

  it('takes escaped braces and braces in a title for text', () => {
    expect(blocksOf('a \\{', '', 'b {T}')).toEqual([
      [1, 'a \\{'],
      [3, 'b {T}'],
    ]);
    expect(blocksOf('::{::a {T}', '::B::b {T}')).toEqual([
      [1, '::{::a {T}'],
      [2, '::B::b {T}'],
    ]);
  });

  it('shows of a block that is too long no more than that it is', () => {
    const [block] = splitBlocks(`${'a\n'.repeat(LONGEST_BLOCK)}`);
    expect(block?.text.length).toBeGreaterThan(LONGEST_BLOCK);
    expect(block?.text.length).toBeLessThan(LONGEST_BLOCK + 10);
  });

  it('keeps every line that is neither blank nor a comment, in order, in some block that begins where it says', () => {
    const line = fc.constantFrom('', 'a', '{', '}', '{T}', '::t::', '::t', '$CATEGORY: x', '// c', '\\{', 'a {=b');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 15 }), (lines) => {
        const blocks = [...splitBlocks(lines.join('\n'))];
        const kept = blocks.flatMap(({ text }) => text.split('\n')).filter((each) => each !== '');
        expect(kept).toEqual(lines.filter((each) => each !== '' && !each.startsWith('//')));
        for (const block of blocks) expect(lines[block.line - 1]).toBe(block.text.split('\n')[0]);
      }),
    );
  });
});

it.each([
  ['$CATEGORY: a', true],
  ['$CATEGORY', false],
  ['a $CATEGORY:', false],
])('%j names a category: %j', (line, expected) => {
  expect(isCategory(line)).toBe(expected);
});
