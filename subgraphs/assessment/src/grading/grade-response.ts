import type { Decimal } from 'decimal.js';
import type { ChoiceOption, FormattedText, QuestionContent, Response } from '../question/question.ts';
import { type Calculator, currentCalculator } from './calculator.ts';
import { boundFraction, exact, ONE, ZERO } from './exact.ts';
import { matcherOf } from './match-text.ts';
import { parseNumber } from './parse-number.ts';

/**
 * The worth of a response. `fraction` lies within 0 and 1 and multiplies the points of the item; `feedback` is the
 * author's feedback to the given answers, in the author's order.
 */
export type Grading =
  | { readonly state: 'GRADED'; readonly fraction: Decimal; readonly feedback: readonly FormattedText[] }
  | { readonly state: 'NEEDS_REVIEW' };

/** Fractions such as 33.33333 % are truncated thirds; a sum this close to 1 counts as 1. */
const SNAP_TO_ONE = exact('0.0001');

/** Decimals of a share that is not a finite decimal, such as a third. */
const PLACES_OF_A_SHARE = 30;

/**
 * Grades one response; null, for an unanswered item, is worth 0.
 *
 * - An item is never worth less than 0: penalties of options count only against its other options.
 * - Multiple choice adds up the fractions of the chosen options; a sum of at least 0.9999 is 1.
 * - Short answer and numerical use the first answer of the author's list that matches, as Moodle does, so specific
 *   answers come before general ones (`*` comes last).
 * - Matching gives each pair an equal share; an answer must equal the offered string exactly.
 * - An option, a pair or a number that does not exist is worth 0.
 *
 * Throws a `TypeError` if the response is of another kind than the question; `validateResponse` refuses those.
 */
export function gradeResponse(
  content: QuestionContent,
  response: Response | null,
  calculator: Calculator = currentCalculator,
): Grading {
  if (response === null) return graded(ZERO);
  switch (content.kind) {
    case 'SINGLE_CHOICE':
      return gradeOptions(content.options, [ofKind(content.kind, response).optionId]);
    case 'MULTIPLE_CHOICE':
      return gradeOptions(content.options, ofKind(content.kind, response).optionIds);
    case 'TRUE_FALSE': {
      const right = ofKind(content.kind, response).value === content.answer;
      return graded(right ? ONE : ZERO, right ? content.feedbackWhenRight : content.feedbackWhenWrong);
    }
    case 'SHORT_ANSWER': {
      const { text } = ofKind(content.kind, response);
      const { caseSensitive } = content;
      const isText = matcherOf(text, { caseSensitive, calculator });
      return gradeFirst(content.answers.find(({ pattern }) => isText(pattern)));
    }
    case 'NUMERICAL': {
      const number = parseNumber(ofKind(content.kind, response).number);
      if (number === null) return graded(ZERO);
      return gradeFirst(
        content.answers.find(
          ({ min, max }) => (min === null || number.gte(exact(min))) && (max === null || number.lte(exact(max))),
        ),
      );
    }
    case 'MATCHING': {
      const given = new Map(ofKind(content.kind, response).matches.map((match) => [match.pairId, match.answer]));
      const right = content.pairs.filter((pair) => given.get(pair.id) === pair.answer).length;
      return graded(
        content.pairs.length === 0 ? ZERO : exact(right).div(content.pairs.length).toDecimalPlaces(PLACES_OF_A_SHARE),
      );
    }
    case 'ESSAY':
      ofKind(content.kind, response);
      return { state: 'NEEDS_REVIEW' };
    default:
      return content satisfies never;
  }
}

function gradeOptions(options: readonly ChoiceOption[], optionIds: readonly string[]): Grading {
  const ids = new Set(optionIds);
  const chosen = options.filter((option) => ids.has(option.id));
  const sum = chosen.reduce((total, option) => total.plus(exact(option.fraction)), ZERO);
  const fraction = sum.gte(ONE.minus(SNAP_TO_ONE)) ? ONE : boundFraction(sum);
  return graded(fraction, ...chosen.map((option) => option.feedback));
}

function gradeFirst(answer: { fraction: string; feedback: FormattedText | null } | undefined): Grading {
  return answer === undefined ? graded(ZERO) : graded(boundFraction(exact(answer.fraction)), answer.feedback);
}

function graded(fraction: Decimal, ...feedback: readonly (FormattedText | null)[]): Grading {
  return { state: 'GRADED', fraction, feedback: feedback.filter((text) => text !== null) };
}

function ofKind<K extends Response['kind']>(kind: K, response: Response): Extract<Response, { kind: K }> {
  if (response.kind !== kind) throw new TypeError(`A response to ${kind} cannot be of kind ${response.kind}.`);
  return response as Extract<Response, { kind: K }>;
}
