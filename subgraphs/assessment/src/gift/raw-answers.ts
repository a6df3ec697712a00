import { exact } from '../grading/exact.ts';
import type { DecimalString } from '../question/question.ts';
import { indexOfUnescaped } from './escape.ts';
import { Rejection } from './rejection.ts';

/** One answer as it stands in the braces, after its sign. */
export interface RawAnswer {
  readonly sign: '=' | '~';
  readonly text: string;
}

/** Cuts the inside of braces at every unescaped `=` and `~`; `lead` is what stands before the first. */
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

/** Reading more answers of one question would keep a server from its other work. */
const MOST_ANSWERS = 500;

/** Why there are too many answers; null where there are not. */
export function refuseTooMany(answers: readonly RawAnswer[]): Rejection | null {
  if (answers.length <= MOST_ANSWERS) return null;
  return new Rejection(
    `There are ${answers.length} answers; write at most ${MOST_ANSWERS}, and signs that are text as \\= and \\~.`,
  );
}

/** Cuts an answer at its first unescaped `#`; feedback is null where there is no `#`. */
export function splitFeedback(text: string): { answer: string; feedback: string | null } {
  const mark = indexOfUnescaped(text, '#');
  return mark === -1
    ? { answer: text, feedback: null }
    : { answer: text.slice(0, mark), feedback: text.slice(mark + 1) };
}

const weightSyntax = /^%\s*([+-]?\d{1,100}(?:[.,]\d{0,100})?)\s*%/;

/** The fraction of the mark that a leading `%weight%` gives, null where there is none, and the text after it. */
export function readWeight(text: string): { fraction: DecimalString | null; text: string } | Rejection {
  const match = weightSyntax.exec(text);
  if (match === null) return { fraction: null, text };
  const weight = exact((match[1] ?? '0').replace(',', '.'));
  if (weight.abs().gt(100)) {
    return new Rejection(`The weight ${match[0]} is out of range; write a percentage of -100 to 100.`);
  }
  return { fraction: weight.times('0.01').plus(0).toFixed(), text: text.slice(match[0].length).trimStart() };
}

/** Whether the best possible answer is worth all of the mark; Moodle's tolerance, since three times 33 % is meant so. */
export function reachesFullMark(total: DecimalString): boolean {
  return exact(total).gte('0.99');
}
