import type { BankQuestionsQuery, ResponseInput, StartAttemptMutation } from '../generated/operations.ts';

type BankQuestion = NonNullable<BankQuestionsQuery['questionBank']>['questions']['nodes'][number];
type Started = Extract<StartAttemptMutation['startAttempt'], { __typename: 'StartAttemptSuccess' }>;
export type Item = Started['attempt']['items'][number];

/** Answers items correctly, using the question bank as seen by its owner. */
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
        return { ...response, optionIds: shownOptions(item, content.options.filter(isWhole)) };
      case 'MultipleChoiceContent':
        return {
          ...response,
          optionIds: shownOptions(
            item,
            content.options.filter(({ fraction }) => Number(fraction) > 0),
          ),
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
        return { ...response, matches: shownMatches(item, content.pairs) };
      default:
        throw new Error(`The answer key has no answer for "${item.stem.text}"`);
    }
  }
}

type Said = { readonly text: string };

/** The ids that an item shows for some options. */
function shownOptions({ choices }: Item, options: readonly { readonly text: Said }[]): string[] {
  const shown = choices?.__typename === 'OptionChoices' ? choices.options : [];
  return shown.filter(({ text }) => options.some((option) => option.text.text === text.text)).map(({ id }) => id);
}

function shownMatches({ choices }: Item, pairs: readonly { readonly prompt: Said; readonly answer: string }[]) {
  const prompts = choices?.__typename === 'MatchChoices' ? choices.prompts : [];
  return prompts.flatMap(({ id, text }) => {
    const pair = pairs.find(({ prompt }) => prompt.text === text.text);
    return pair ? [{ pairId: id, answer: pair.answer }] : [];
  });
}

function isWhole({ fraction }: { readonly fraction: string }): boolean {
  return Number(fraction) === 1;
}
