import { exact } from '../grading/exact.ts';
import type { DecimalString } from '../question/question.ts';
import { indexOfUnescaped } from './escape.ts';
import { Rejection } from './rejection.ts';

/** One answer in the braces, without its sign. */
export interface RawAnswer {
  readonly sign: '=' | '~';
  readonly text: string;
}

/** Splits the inside of braces at every unescaped `=` and `~`; `lead` is the text before the first. */
export function splitAnswers(body: string): { lead: string; answers: RawAnswer[] } {
  const answers: RawAnswer[] = [];
  let lead = body;
  let sign: RawAnswer['sign'] | null = null;
  let start = 0;
  const close = (end: number): void => {
    const text = body.slice(start, end).trim();
    if (sign === null) lead = text;
    else answers.push({ sign, text });
  };
  for (let i = 0; i < body.length; i++) {
    const character = body[i];
    if (character === '\\') {
      i += 1;
    } else if (character === '=' || character === '~') {
      close(i);
      sign = character;
      start = i + 1;
    }
  }
  close(body.length);
  return { lead, answers };
}

/** Parsing more answers of one question would block the event loop for too long. */
const MOST_ANSWERS = 500;

/** The rejection of too many answers, or null. */
export function refuseTooMany(answers: readonly RawAnswer[]): Rejection | null {
  if (answers.length <= MOST_ANSWERS) return null;
  return new Rejection(
    `There are ${answers.length} answers; write at most ${MOST_ANSWERS}, and signs that are text as \\= and \\~.`,
  );
}

/** Splits an answer at its first unescaped `#`; feedback is null if there is no `#`. */
export function splitFeedback(text: string): { answer: string; feedback: string | null } {
  const mark = indexOfUnescaped(text, '#');
  return mark === -1
    ? { answer: text, feedback: null }
    : { answer: text.slice(0, mark), feedback: text.slice(mark + 1) };
}

const weightSyntax = /^%\s*([+-]?\d{1,100}(?:[.,]\d{0,100})?)\s*%/;

/** The fraction of the mark given by a leading `%weight%`, or null, and the text after it. */
export function readWeight(text: string): { fraction: DecimalString | null; text: string } | Rejection {
  const match = weightSyntax.exec(text);
  if (match === null) return { fraction: null, text };
  const weight = exact((match[1] ?? '0').replace(',', '.'));
  if (weight.abs().gt(100)) {
    return new Rejection(`The weight ${match[0]} is out of range; write a percentage of -100 to 100.`);
  }
  return { fraction: weight.times('0.01').plus(0).toFixed(), text: text.slice(match[0].length).trimStart() };
}

/** Whether the best possible answer gets the full mark, with Moodle's tolerance, so that three times 33 % do. */
export function reachesFullMark(total: DecimalString): boolean {
  return exact(total).gte('0.99');
}
