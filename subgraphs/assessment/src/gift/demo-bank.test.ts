import { readFileSync } from 'node:fs';
import { parseGift } from './parse-gift.ts';
import { printGift } from './print-gift.ts';

const bank = readFileSync(new URL('../../../../cli/demo/question-bank.gift', import.meta.url), 'utf8');

describe('the question bank of the demonstration', () => {
  const { questions, rejected } = parseGift(bank);

  it('holds thirty questions of two categories, all graded automatically', () => {
    const count = (key: (draft: (typeof questions)[number]['draft']) => string) =>
      questions.reduce<Record<string, number>>((counts, { draft }) => {
        counts[key(draft)] = (counts[key(draft)] ?? 0) + 1;
        return counts;
      }, {});
    expect(count((draft) => draft.category)).toEqual({ 'Mathematics/Algebra': 15, 'Mathematics/Statistics': 15 });
    expect(count((draft) => draft.content.kind)).toEqual({
      SINGLE_CHOICE: 7,
      MULTIPLE_CHOICE: 3,
      TRUE_FALSE: 5,
      SHORT_ANSWER: 4,
      NUMERICAL: 9,
      MATCHING: 2,
    });
  });

  it('holds two invalid questions, to demonstrate the report', () => {
    expect(rejected).toEqual([
      {
        line: 101,
        excerpt: expect.stringContaining('::Broken on purpose, no right answer::'),
        reason: expect.stringContaining('There is no right answer'),
      },
      {
        line: 195,
        excerpt: expect.stringContaining('::Broken on purpose, not a number::'),
        reason: expect.stringContaining('"five" is not a number'),
      },
    ]);
  });

  it('is the same after it has been exported and imported', () => {
    const drafts = questions.map((question) => question.draft);
    expect(parseGift(printGift(drafts)).questions.map((question) => question.draft)).toEqual(drafts);
  });
});
