import { optionOrder } from '../draw/option-order.ts';
import type { FormattedText, QuestionContent } from '../question/question.ts';
import { shownId } from './shown-ids.ts';

interface Shown {
  readonly id: string;
  readonly text: FormattedText;
}

export interface OptionChoices {
  readonly kind: 'OPTIONS';
  readonly multiple: boolean;
  readonly options: readonly Shown[];
}

export interface MatchChoices {
  readonly kind: 'MATCHES';
  readonly prompts: readonly Shown[];
  readonly answers: readonly string[];
}

export type ItemChoices = OptionChoices | MatchChoices;

/**
 * The choices of an item, in its order and under its ids, without the correct answers; null if the learner writes the
 * answer.
 */
export function choicesOf(content: QuestionContent, seed: string): ItemChoices | null {
  switch (content.kind) {
    case 'SINGLE_CHOICE':
    case 'MULTIPLE_CHOICE': {
      const byId = new Map(content.options.map(({ id, text }) => [id, { id: shownId(seed, id), text }]));
      const options = optionOrder(content, seed).flatMap((id) => byId.get(id) ?? []);
      return { kind: 'OPTIONS', multiple: content.kind === 'MULTIPLE_CHOICE', options };
    }
    case 'MATCHING':
      return {
        kind: 'MATCHES',
        prompts: content.pairs.map(({ id, prompt }) => ({ id: shownId(seed, id), text: prompt })),
        answers: optionOrder(content, seed),
      };
    case 'TRUE_FALSE':
    case 'SHORT_ANSWER':
    case 'NUMERICAL':
    case 'ESSAY':
      return null;
    default:
      return content satisfies never;
  }
}
