import { createHash } from 'node:crypto';
import type { QuestionContent } from '../question/question.ts';

/**
 * The id of an option or a prompt for learners. Authors' ids follow the order in which they wrote, often with correct
 * answers first; these ids reveal nothing without the item's seed, which never leaves the server, and differ between
 * attempts.
 * @param seed of the item
 */
export function shownId(seed: string, id: string): string {
  return createHash('sha256').update(`${seed}:${id}`).digest('hex').slice(0, 16);
}

/** The author's id for a displayed id; undefined if the item does not display it. */
export function authorsId(content: QuestionContent, seed: string, shown: string): string | undefined {
  return idsOf(content).find((id) => shownId(seed, id) === shown);
}

function idsOf(content: QuestionContent): readonly string[] {
  switch (content.kind) {
    case 'SINGLE_CHOICE':
    case 'MULTIPLE_CHOICE':
      return content.options.map(({ id }) => id);
    case 'MATCHING':
      return content.pairs.map(({ id }) => id);
    case 'TRUE_FALSE':
    case 'SHORT_ANSWER':
    case 'NUMERICAL':
    case 'ESSAY':
      return [];
    default:
      return content satisfies never;
  }
}
