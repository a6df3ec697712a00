import type { AcceptedText, QuestionContent, ShortAnswerContent, TrueFalseContent } from '../question/question.ts';
import { indexOfUnescaped } from './escape.ts';
import {
  type RawAnswer,
  reachesFullMark,
  readWeight,
  refuseTooMany,
  splitAnswers,
  splitFeedback,
} from './raw-answers.ts';
import { readChoice } from './read-choice.ts';
import { ARROW, readMatching } from './read-matching.ts';
import { readNumerical } from './read-numerical.ts';
import { Rejection } from './rejection.ts';
import { readFeedback, readText, type TextStyle } from './text.ts';

/** Determines the kind of question from the contents of the braces (without general feedback), and reads it. */
export function readContent(braces: string, style: TextStyle): QuestionContent | Rejection {
  const body = braces.trim();
  if (body === '') return { kind: 'ESSAY' };
  if (body.startsWith('#')) return readNumerical(body.slice(1), style);
  const trueFalse = readTrueFalse(body, style);
  if (trueFalse !== null) return trueFalse;

  const { lead, answers } = splitAnswers(body);
  const tooMany = refuseTooMany(answers);
  if (tooMany) return tooMany;
  // As in Moodle: a single answer without a sign is the accepted one.
  if (answers.length === 0) return readShortAnswer([{ sign: '=', text: lead }], style);
  if (lead !== '') return new Rejection('There is text before the first answer; write every answer after = or ~.');
  if (answers.some((answer) => answer.sign === '~')) return readChoice(answers, style);
  if (answers.some(hasArrow)) return readMatching(answers, style);
  return readShortAnswer(answers, style);
}

function hasArrow({ text }: RawAnswer): boolean {
  return indexOfUnescaped(splitFeedback(text).answer, ARROW) !== -1;
}

const truths = new Map([
  ['T', true],
  ['TRUE', true],
  ['F', false],
  ['FALSE', false],
]);

/** `T#feedback to a wrong answer#feedback to a correct one`, or null if it is something else. */
function readTrueFalse(body: string, style: TextStyle): TrueFalseContent | null {
  const { answer: word, feedback } = splitFeedback(body);
  const answer = truths.get(word.trim().toUpperCase());
  if (answer === undefined) return null;
  const { answer: whenWrong, feedback: whenRight } = splitFeedback(feedback ?? '');
  return {
    kind: 'TRUE_FALSE',
    answer,
    feedbackWhenRight: readFeedback(whenRight, style),
    feedbackWhenWrong: readFeedback(whenWrong, style),
  };
}

function readShortAnswer(raw: readonly RawAnswer[], style: TextStyle): ShortAnswerContent | Rejection {
  const answers: AcceptedText[] = [];
  for (const { text } of raw) {
    const weighted = readWeight(text);
    if (weighted instanceof Rejection) return weighted;
    const { answer, feedback } = splitFeedback(weighted.text);
    const pattern = readText(answer, style).text.text;
    if (pattern === '') return new Rejection('An accepted answer is empty; write it after the =.');
    answers.push({ pattern, fraction: weighted.fraction ?? '1', feedback: readFeedback(feedback, style) });
  }
  if (!answers.some((answer) => reachesFullMark(answer.fraction))) {
    return new Rejection('No answer is fully correct; write = without a weight before the correct one.');
  }
  return { kind: 'SHORT_ANSWER', caseSensitive: false, answers };
}
