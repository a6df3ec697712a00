import { answerSize } from './answer-size.ts';
import { longestAnswer } from './limits.ts';

/**
 * The remaining size allowance for subgraph answers of one operation, so that nothing is merged that is too large to
 * send.
 */
export class AnswerAllowance {
  #left: number = longestAnswer;

  /** Subtracts the size of an answer; false if it exceeds the remainder, and for every later answer. */
  take(answer: unknown): boolean {
    this.#left -= answerSize(answer, Math.max(this.#left, 0));
    return this.#left >= 0;
  }
}
