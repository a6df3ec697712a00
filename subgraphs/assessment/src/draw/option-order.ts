import type { QuestionContent } from '../question/question.ts';
import { createRandom } from './random.ts';
import { shuffle } from './shuffle.ts';

/**
 * The order in which a learner sees the choices, always the same for the item's seed: the ids of a choice question's
 * options; for matching the answers including distractors, each once; `true` before `false`; empty if there is nothing
 * to choose.
 */
export function optionOrder(content: QuestionContent, seed: string): string[] {
  switch (content.kind) {
    case 'SINGLE_CHOICE':
    case 'MULTIPLE_CHOICE':
      return shuffle(
        content.options.map((option) => option.id),
        createRandom(seed),
      );
    case 'MATCHING': {
      const answers = new Set([...content.pairs.map((pair) => pair.answer), ...content.distractors]);
      return shuffle([...answers], createRandom(seed));
    }
    case 'TRUE_FALSE':
      return ['true', 'false'];
    case 'SHORT_ANSWER':
    case 'NUMERICAL':
    case 'ESSAY':
      return [];
    default:
      return content satisfies never;
  }
}

/** The content with its options in the learner's order; content without options is unchanged. */
export function inShownOrder(content: QuestionContent, seed: string): QuestionContent {
  if (content.kind !== 'SINGLE_CHOICE' && content.kind !== 'MULTIPLE_CHOICE') return content;
  const places = new Map(optionOrder(content, seed).map((id, place) => [id, place]));
  const placeOf = (id: string) => places.get(id) ?? places.size;
  return { ...content, options: content.options.toSorted((one, other) => placeOf(one.id) - placeOf(other.id)) };
}
