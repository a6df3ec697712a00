import fc from 'fast-check';
import { faultInText, isBlank, lengthOf } from './text.ts';

describe('the length of a text', () => {
  it.each([
    ['', 0],
    ['Sum', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['👩‍👩‍👧‍👦', 1],
    ['🇩🇪🇫🇷', 2],
    ['한국어', 3],
    ['\r\n', 1],
    // A joiner after a joiner joins nothing.
    ['👩\u200D\u200D❤', 2],
    ['👩\u0903\u200D❤', 2],
  ])('is counted as people do: %j', (text, length) => {
    expect(lengthOf(text)).toBe(length);
  });
});

describe('lengths', () => {
  const parts = fc.constantFrom(
    ...[
      'a',
      'é',
      'e',
      '\u0301',
      '👩',
      '👧',
      '\u200D',
      '🏽',
      '\uFE0F',
      '❤',
      '🇩',
      '🇪',
      '한',
      '\u1112\u1161\u11AB',
      '\n',
      '\r\n',
      ' ',
    ],
    ...['क', '\u0940', 'ก', '\u0E33', '-', '#\uFE0F\u20E3', '漢'],
  );
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

  it('are those of the Unicode standard', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (all) => {
        const text = all.join('').normalize('NFC');
        expect([text, lengthOf(text)]).toEqual([text, [...segmenter.segment(text)].length]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of long texts take time in proportion', () => {
    for (const character of ['a', 'é', '👩‍👩‍👧‍👦', '한']) expect(lengthOf(character.repeat(100_000))).toBe(100_000);
    expect(faultInText('A text', 'a'.repeat(1_500_000), { least: 0, most: 100_000 })).toContain('this one has more');
  });
});

describe('a text without anything to see', () => {
  it.each([[''], ['  \t\n'], ['\u200B'], ['\u00A0\u2060\uFEFF'], ['\u3164'], ['\u2800'], ['\u00AD\u200E']])(
    '%j',
    (text) => {
      expect(isBlank(text)).toBe(true);
      expect(faultInText('A title', text, { least: 1, most: 5 })).toBe(
        'A title has 1 to 5 characters, at least one of them visible.',
      );
    },
  );

  it('may be given where nothing must be', () => {
    expect(faultInText('A summary', '\u200B', { least: 0, most: 5 })).toBeNull();
  });
});

describe('bounds of a text', () => {
  const bounds = { least: 2, most: 5 };

  it.each([
    ['ab', null],
    ['abcde', null],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', null],
    ['a', 'A code has 2 to 5 characters; this one has 1.'],
    ['👩‍👩‍👧‍👦', 'A code has 2 to 5 characters; this one has 1.'],
    ['abcdef', 'A code has 2 to 5 characters; this one has more.'],
    [`a${'\u0301'.repeat(200)}`, 'A code has 2 to 5 characters; this one has far more.'],
  ])('say what is wrong with %j', (text, fault) => {
    expect(faultInText('A code', text, bounds)).toBe(fault);
  });

  it('hold for the length as people count it', () => {
    const character = fc.constantFrom('a', 'é', 'e\u0301', '👩‍👩‍👧‍👦', '한', '🇩🇪', '-');
    fc.assert(
      fc.property(
        fc.array(character, { maxLength: 12 }),
        fc.nat(3),
        fc.integer({ min: 3, max: 8 }),
        (all, least, most) => {
          const fault = faultInText('A text', all.join(''), { least, most });
          expect(fault === null).toBe(all.length >= least && all.length <= most);
        },
      ),
    );
  });
});
