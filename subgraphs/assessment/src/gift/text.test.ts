import fc from 'fast-check';
import { looksMarked, readFeedback, readPlainLine, readText, unmarked } from './text.ts';

const asWritten = { format: 'HTML', foldsLines: false } as const;

describe('a text of the file', () => {
  it.each([
    ['a', 'PLAIN', 'a'],
    ['[html]<b>a</b>', 'HTML', '<b>a</b>'],
    ['[MarkDown] *a*', 'MARKDOWN', '*a*'],
    ['[moodle]a\n b', 'PLAIN', 'a b'],
    ['[plain]a\n b', 'PLAIN', 'a\n b'],
    ['[html]a\nb', 'HTML', 'a\nb'],
    ['a\n\n  b \n', 'PLAIN', 'a b'],
    ['a\\nb', 'PLAIN', 'a\nb'],
    ['[tex]a', 'PLAIN', '[tex]a'],
    ['a [html]', 'PLAIN', 'a [html]'],
    ['1 \\= 1', 'PLAIN', '1 = 1'],
  ])('%j is %s %j', (raw, format, text) => {
    expect(readText(raw, unmarked).text).toEqual({ format, text });
  });

  it('is read as the stem was, unless it has a marker of its own', () => {
    expect(readText('a\nb', asWritten)).toEqual({ style: asWritten, text: { format: 'HTML', text: 'a\nb' } });
    expect(readText('[moodle]a\nb', asWritten)).toEqual({ style: unmarked, text: { format: 'PLAIN', text: 'a b' } });
  });

  it('has no white space around it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'a \n\t', '[html]'), { maxLength: 10 }), (parts) => {
        const { text } = readText(parts.join(''), unmarked).text;
        expect(text).toBe(text.trim());
      }),
    );
  });
});

describe('feedback', () => {
  it.each([null, '', '  ', '[html]'])('is none for %j', (raw) => {
    expect(readFeedback(raw, unmarked)).toBeNull();
  });

  it('has a format', () => {
    expect(readFeedback('[html]<i>a</i>', unmarked)).toEqual({ format: 'HTML', text: '<i>a</i>' });
    expect(readFeedback('a', asWritten)).toEqual({ format: 'HTML', text: 'a' });
  });
});

it.each([
  [' a\n  b ', 'a b'],
  ['[html]a', '[html]a'],
  ['a \\-> b', 'a -> b'],
])('%j on one line is %j', (raw, expected) => {
  expect(readPlainLine(raw)).toBe(expected);
});

it.each([
  ['[html]a', true],
  ['[PLAIN]', true],
  [' [html]', false],
  ['[tex]', false],
])('%j looks marked: %j', (text, expected) => {
  expect(looksMarked(text)).toBe(expected);
});
