import fc from 'fast-check';
import type {
  AcceptedNumber,
  AcceptedText,
  ChoiceOption,
  FormattedText,
  MatchingPair,
  QuestionContent,
  QuestionDraft,
} from '../question/question.ts';
import { textFormats } from '../question/question.ts';
import { parseGift } from './parse-gift.ts';
import { printGift } from './print-gift.ts';

const pieces = fc.constantFrom(
  ...'abcéж😀 ~=#{}:\\%*[].-+<>/1',
  '\n',
  '->',
  '::',
  '//',
  '####',
  '%50%',
  '[html]',
  '[plain]',
  '$CATEGORY:',
  '_____',
  '\\n',
  'TRUE',
);

/** GIFT does not keep white space around a text, so none is generated. */
const text = fc
  .array(pieces, { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join('').trim())
  .filter((value) => value !== '');
const formatted: fc.Arbitrary<FormattedText> = fc.record({ format: fc.constantFrom(...textFormats), text });
const feedback = fc.option(formatted);

/** -1 to 1 in steps of a thousandth of a percent. */
const fraction = fc
  .integer({ min: -100_000, max: 100_000 })
  .map((thousandths) => String(thousandths / 100_000))
  .filter((value) => !value.includes('e'));

const number = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constantFrom(1, 10, 1000))
  .map(([digits, scale]) => digits / scale);
const interval = fc.oneof(
  number.map((value) => ({ min: String(value), max: String(value) })),
  fc.tuple(number, number).map(([a, b]) => ({ min: String(Math.min(a, b)), max: String(Math.max(a, b)) })),
  number.map((value) => ({ min: null, max: String(value) })),
  number.map((value) => ({ min: String(value), max: null })),
  fc.constant({ min: null, max: null }),
);

/** A list of answers of which one at a random position gives the full mark. */
function withOneRight<T>(answer: (fraction: fc.Arbitrary<string>) => fc.Arbitrary<T>, minLength: number) {
  return fc
    .tuple(fc.array(answer(fraction), { minLength, maxLength: 5 }), answer(fc.constant('1')), fc.nat(5))
    .map(([others, right, place]) => others.toSpliced(place, 0, right));
}

const option = (worth: fc.Arbitrary<string>): fc.Arbitrary<Omit<ChoiceOption, 'id'>> =>
  fc.record({ text: formatted, fraction: worth, feedback });
const options = withOneRight(option, 1).map((list) => list.map((each, index) => ({ id: String(index + 1), ...each })));
const acceptedText = (worth: fc.Arbitrary<string>): fc.Arbitrary<AcceptedText> =>
  fc.record({ pattern: text, fraction: worth, feedback });
const acceptedNumber = (worth: fc.Arbitrary<string>): fc.Arbitrary<AcceptedNumber> =>
  fc.tuple(interval, worth, feedback).map(([bounds, value, said]) => ({ ...bounds, fraction: value, feedback: said }));
const pairs: fc.Arbitrary<MatchingPair[]> = fc
  .array(fc.record({ prompt: formatted, answer: text }), { minLength: 2, maxLength: 5 })
  .map((list) => list.map((each, index) => ({ id: String(index + 1), ...each })));

const content: fc.Arbitrary<QuestionContent> = fc.oneof(
  fc.record({ kind: fc.constant('SINGLE_CHOICE' as const), options }),
  fc.record({ kind: fc.constant('MULTIPLE_CHOICE' as const), options }),
  fc.record({
    kind: fc.constant('TRUE_FALSE' as const),
    answer: fc.boolean(),
    feedbackWhenRight: feedback,
    feedbackWhenWrong: feedback,
  }),
  fc.record({
    kind: fc.constant('SHORT_ANSWER' as const),
    caseSensitive: fc.constant(false),
    answers: withOneRight(acceptedText, 0),
  }),
  fc.record({ kind: fc.constant('NUMERICAL' as const), answers: withOneRight(acceptedNumber, 0) }),
  fc.record({ kind: fc.constant('MATCHING' as const), pairs, distractors: fc.array(text, { maxLength: 3 }) }),
  fc.constant({ kind: 'ESSAY' as const }),
);

const draft: fc.Arbitrary<QuestionDraft> = fc.record({
  name: text,
  category: fc.constantFrom('', 'A', 'A/B', 'top/C', '$course$/D', 'a//b/c'),
  stem: formatted,
  content,
  generalFeedback: feedback,
});

describe('printed questions', () => {
  it('stay a single choice when every option is fully correct', () => {
    const stem = { format: 'PLAIN', text: 'Any' } as const;
    const options = ['1', '2'].map(
      (id) => ({ id, text: { format: 'PLAIN', text: id }, fraction: '1', feedback: null }) as const,
    );
    const question: QuestionDraft = {
      name: 'any',
      category: '',
      stem,
      content: { kind: 'SINGLE_CHOICE', options },
      generalFeedback: null,
    };
    expect(parseGift(printGift([question])).questions.map(({ draft }) => draft)).toEqual([question]);
  });

  it('are parsed back unchanged', () => {
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 4 }), (drafts) => {
        const { questions, rejected } = parseGift(printGift(drafts));
        expect(rejected).toEqual([]);
        expect(questions.map((question) => question.draft)).toEqual(drafts);
      }),
      { numRuns: 1000 },
    );
  });

  it('look like handwritten ones', () => {
    const plain = (value: string): FormattedText => ({ format: 'PLAIN', text: value });
    const printed = printGift([
      {
        name: 'Sum: one',
        category: 'Algebra',
        stem: plain('1 + 1 = ?'),
        content: {
          kind: 'SINGLE_CHOICE',
          options: [
            { id: '1', text: plain('2'), fraction: '1', feedback: plain('Right.') },
            { id: '2', text: plain('3'), fraction: '-0.5', feedback: null },
          ],
        },
        generalFeedback: plain('Count.'),
      },
      {
        name: 'Pi',
        category: 'Algebra',
        stem: { format: 'HTML', text: '<p>Pi?</p>' },
        content: { kind: 'NUMERICAL', answers: [{ min: '3.14', max: '3.15', fraction: '1', feedback: null }] },
        generalFeedback: null,
      },
    ]);
    expect(printed).toBe(
      [
        '$CATEGORY: top/Algebra',
        '',
        '::Sum\\: one::1 + 1 \\= ? {',
        '\t=2#Right.',
        '\t~%-50%3',
        '\t####Count.',
        '}',
        '',
        '::Pi::[html]<p>Pi?</p> {#',
        '\t=3.14..3.15',
        '}',
        '',
      ].join('\n'),
    );
  });
});
