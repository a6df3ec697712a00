import { answerSize } from './answer-size.ts';
import { longestAnswer } from './limits.ts';

/** What subgraphs may still answer for one operation, so that nothing is assembled that is too large to send. */
export class AnswerAllowance {
  #left: number = longestAnswer;

  /** Takes the size of an answer off; false where it is larger than what is left, and then for every further answer. */
  take(answer: unknown): boolean {
    this.#left -= answerSize(answer, Math.max(this.#left, 0));
    return this.#left >= 0;
  }
}
