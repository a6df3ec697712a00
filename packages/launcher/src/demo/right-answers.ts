import type { BankQuestionsQuery, ResponseInput, StartAttemptMutation } from '../generated/operations.ts';

type BankQuestion = NonNullable<BankQuestionsQuery['questionBank']>['questions']['nodes'][number];
type Started = Extract<StartAttemptMutation['startAttempt'], { __typename: 'StartAttemptSuccess' }>;
export type Item = Started['attempt']['items'][number];

/** Answers items as somebody does who has the key: the bank as its owner sees it. */
export class AnswerKey {
  private readonly byStem: ReadonlyMap<string, BankQuestion>;

  constructor(questions: readonly BankQuestion[]) {
    this.byStem = new Map(questions.map((question) => [question.stem.text, question]));
  }

  rightResponse(item: Item, sequence: number): ResponseInput {
    const { content } = this.byStem.get(item.stem.text) ?? {};
    const response = { itemId: item.id, sequence };
    switch (content?.__typename) {
      case 'SingleChoiceContent':
        return { ...response, optionIds: content.options.filter(isWhole).map(({ id }) => id) };
      case 'MultipleChoiceContent':
        return {
          ...response,
          optionIds: content.options.filter(({ fraction }) => Number(fraction) > 0).map(({ id }) => id),
        };
      case 'TrueFalseContent':
        return { ...response, value: content.answer };
      case 'ShortAnswerContent':
        return { ...response, text: (content.acceptedTexts.find(isWhole)?.pattern ?? '').replaceAll('*', '') };
      case 'NumericalContent': {
        const { min, max } = content.acceptedNumbers.find(isWhole) ?? {};
        return { ...response, number: min ?? max ?? '0' };
      }
      case 'MatchingContent':
        return { ...response, matches: content.pairs.map(({ id, answer }) => ({ pairId: id, answer })) };
      default:
        throw new Error(`The key has no answer to "${item.stem.text}"`);
    }
  }
}

function isWhole({ fraction }: { readonly fraction: string }): boolean {
  return Number(fraction) === 1;
}
