import fc from 'fast-check';
import { escapeText, escapeTextWithArrows, indexOfUnescaped, lastIndexOfUnescaped, unescapeText } from './escape.ts';

const pieces = fc.array(fc.constantFrom(...'ab~=#{}:\\>-', '\n', '->', '\\n', '\\->'), { maxLength: 15 });
const text = pieces.map((parts) => parts.join(''));
const special = fc.constantFrom(...'~=#{}:');

describe('an escaped text', () => {
  it.each([
    ['1 \\= 1', '1 = 1'],
    ['\\{\\~\\#\\:\\}', '{~#:}'],
    ['one\\ntwo', 'one\ntwo'],
    ['C:\\\\dir', 'C:\\dir'],
    ['C:\\dir', 'C:\\dir'],
    ['\\\\n', '\\n'],
    ['a \\-> b', 'a -> b'],
    ['\\- >', '\\- >'],
    ['at its end \\', 'at its end \\'],
    ['', ''],
  ])('%j stands for %j', (escaped, expected) => {
    expect(unescapeText(escaped)).toBe(expected);
  });

  it('stands for the text that it was made of', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(unescapeText(escapeText(given))).toBe(given);
        expect(unescapeText(escapeTextWithArrows(given))).toBe(given);
      }),
    );
  });

  it('is one line, on which nothing is left that GIFT would read as its own', () => {
    fc.assert(
      fc.property(text, special, (given, mark) => {
        expect(indexOfUnescaped(escapeText(given), mark)).toBe(-1);
        expect(lastIndexOfUnescaped(escapeText(given), mark)).toBe(-1);
        expect(indexOfUnescaped(escapeTextWithArrows(given), '->')).toBe(-1);
        expect(escapeText(given)).not.toMatch(/[\r\n]/);
      }),
    );
  });

  it.each(['\r\n', '\r', '\n'])('has one line break for %j', (lineBreak) => {
    expect(escapeText(`a${lineBreak}b`)).toBe('a\\nb');
  });
});

describe('what is not escaped', () => {
  it.each([
    ['a#b', 1],
    ['a\\#b#', 4],
    ['a\\\\#b', 3],
    ['a\\\\\\#b', -1],
    ['ab', -1],
  ])('is found in %j at %i', (given, expected) => {
    expect(indexOfUnescaped(given, '#')).toBe(expected);
  });

  it.each([
    ['a#b#c', 3],
    ['a#b\\#c', 1],
    ['a#b\\\\#c', 5],
    ['\\#', -1],
    ['#', 0],
    ['ab', -1],
  ])('is found last in %j at %i', (given, expected) => {
    expect(lastIndexOfUnescaped(given, '#')).toBe(expected);
  });

  it('is looked for from a place on', () => {
    expect(indexOfUnescaped('a#b#c', '#', 2)).toBe(3);
  });

  it('is found first and last where one goes from the left, backslash by backslash', () => {
    fc.assert(
      fc.property(text, special, (given, mark) => {
        const places: number[] = [];
        for (let at = 0; at < given.length; at++) {
          if (given[at] === '\\') at += 1;
          else if (given[at] === mark) places.push(at);
        }
        expect(indexOfUnescaped(given, mark)).toBe(places[0] ?? -1);
        expect(lastIndexOfUnescaped(given, mark)).toBe(places.at(-1) ?? -1);
      }),
    );
  });
});
