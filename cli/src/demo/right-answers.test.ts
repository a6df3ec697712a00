import type { BankQuestionsQuery } from '../generated/operations.ts';
import { AnswerKey, type Item } from './right-answers.ts';

type Question = NonNullable<BankQuestionsQuery['questionBank']>['questions']['nodes'][number];
type Content = NonNullable<Question['content']>;

/** The key's response to a question with this content. */
function answerTo(content: Content, choices: Item['choices']) {
  const kind = 'SINGLE_CHOICE';
  const stem = { format: 'PLAIN' as const, text: 'Why?' };
  const key = new AnswerKey([{ kind, stem, content }]);
  const item: Item = { id: 'item', position: 1, kind, points: '1', sequence: 0, stem, choices };
  return key.rightResponse(item, 7);
}

/** Options as shown in an item, with the item's own ids. */
function options(...texts: string[]): Item['choices'] {
  const shown = texts.map((text, index) => ({ id: String(index), text: { text } }));
  return { __typename: 'OptionChoices', multiple: false, options: shown };
}

describe('the right response', () => {
  it.each<[string, Content, object, Item['choices']]>([
    [
      'is the whole option of a single choice',
      {
        __typename: 'SingleChoiceContent',
        options: [
          { text: { text: 'half' }, fraction: '0.5' },
          { text: { text: 'whole' }, fraction: '1.00' },
        ],
      },
      { optionIds: ['1'] },
      options('half', 'whole'),
    ],
    [
      'is every option of a multiple choice that gives points',
      {
        __typename: 'MultipleChoiceContent',
        options: [
          { text: { text: 'a' }, fraction: '0.5' },
          { text: { text: 'b' }, fraction: '-1' },
          { text: { text: 'c' }, fraction: '0.5' },
        ],
      },
      { optionIds: ['0', '2'] },
      options('a', 'b', 'c'),
    ],
    ['is the truth', { __typename: 'TrueFalseContent', answer: false }, { value: false }, null],
    [
      'is the accepted text, without the star for anything',
      {
        __typename: 'ShortAnswerContent',
        acceptedTexts: [
          { pattern: 'nearly', fraction: '0.8' },
          { pattern: '*mode*', fraction: '1' },
        ],
      },
      { text: 'mode' },
      null,
    ],
    [
      'is a bound of the accepted interval',
      { __typename: 'NumericalContent', acceptedNumbers: [{ min: '1.5', max: '2', fraction: '1' }] },
      { number: '1.5' },
      null,
    ],
    [
      'pairs each prompt with its answer',
      { __typename: 'MatchingContent', pairs: [{ prompt: { text: 'pair' }, answer: 'slope' }] },
      { matches: [{ pairId: '0', answer: 'slope' }] },
      { __typename: 'MatchChoices', prompts: [{ id: '0', text: { text: 'pair' } }], answers: ['slope'] },
    ],
  ])('%s', (_what, content, response, choices) => {
    expect(answerTo(content, choices)).toEqual({ itemId: 'item', sequence: 7, ...response });
  });

  it('is refused to a question that is not in the bank', () => {
    const item = { id: 'item', position: 1, kind: 'ESSAY', points: '1', sequence: 0, choices: null } as const;
    const unknown: Item = { ...item, stem: { format: 'PLAIN', text: 'What?' } };
    expect(() => new AnswerKey([]).rightResponse(unknown, 1)).toThrow('The answer key has no answer for "What?"');
  });
});
