import fc from 'fast-check';
import { parseGift } from './parse-gift.ts';

describe('any text', () => {
  it('is parsed without an exception, and every reported line is within the file', () => {
    const pieces = fc.constantFrom(
      ...'{}~=#:\\n% \n\t\r/$5a',
      '::',
      '->',
      '####',
      '%50%',
      '\n\n',
      '//',
      '$CATEGORY:',
      '[html]',
      '..',
      '*',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const { questions, rejected } = parseGift(text);
        const lines = text.split(/\r\n?|\n/).length;
        for (const { line } of [...questions, ...rejected]) expect(line >= 1 && line <= lines).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['a million open braces', '{'.repeat(1_000_000)],
    ['a million open braces, each on its own line', '{\n'.repeat(1_000_000)],
    ['open braces between blank lines', '{\n\n'.repeat(500_000)],
    ['an open brace before a million paragraphs', `a {\n\n${'b\n\n'.repeat(1_000_000)}`],
    ['five million tags that are never closed', `[html]Q ${'<'.repeat(5_000_000)}{T}`],
    ['five million spaces and tabs', `Q {=${' \t'.repeat(2_500_000)}x}`],
    ['five megabytes of questions', 'Which? {~%50%a#f ~%50%b#g ~c\n####x}\n\n'.repeat(130_000)],
  ])(
    'is parsed within seconds: %s',
    (_, text) => {
      const { questions, rejected } = parseGift(text);
      expect(questions.length + rejected.length).toBeGreaterThan(0);
    },
    15_000,
  );
});
