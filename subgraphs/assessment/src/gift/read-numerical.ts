import type { Decimal } from 'decimal.js';
import { parseNumber } from '../grading/parse-number.ts';
import type { AcceptedNumber, DecimalString, NumericalContent } from '../question/question.ts';
import { unescapeText } from './escape.ts';
import {
  type RawAnswer,
  reachesFullMark,
  readWeight,
  refuseTooMany,
  splitAnswers,
  splitFeedback,
} from './raw-answers.ts';
import { Rejection } from './rejection.ts';
import { readFeedback, type TextStyle } from './text.ts';

/**
 * The inside of braces after `#`: a single answer, or several after `=`. An answer is `value`, `value:tolerance`,
 * `min..max` where `*` leaves a side open, or `*` for any number; `~`, worth nothing, also without a value, gives
 * feedback to any other answer.
 */
export function readNumerical(body: string, style: TextStyle): NumericalContent | Rejection {
  const { lead, answers: signed } = splitAnswers(body);
  const tooMany = refuseTooMany(signed);
  if (tooMany) return tooMany;
  const raw: RawAnswer[] = lead === '' && signed.length > 0 ? signed : [{ sign: '=', text: lead }, ...signed];
  const answers: AcceptedNumber[] = [];
  for (const each of raw) {
    const answer = readAnswer(each, style);
    if (answer instanceof Rejection) return answer;
    answers.push(answer);
  }
  if (!answers.some((answer) => reachesFullMark(answer.fraction))) {
    return new Rejection('No number is fully correct; write = without a weight before the correct one.');
  }
  return { kind: 'NUMERICAL', answers };
}

function readAnswer({ sign, text }: RawAnswer, style: TextStyle): AcceptedNumber | Rejection {
  const weighted = readWeight(text);
  if (weighted instanceof Rejection) return weighted;
  const { answer, feedback } = splitFeedback(weighted.text);
  const written = unescapeText(answer).trim();
  const interval = readInterval(written === '' && sign === '~' ? '*' : written);
  if (interval instanceof Rejection) return interval;
  return {
    ...interval,
    fraction: weighted.fraction ?? (sign === '=' ? '1' : '0'),
    feedback: readFeedback(feedback, style),
  };
}

function readInterval(written: string): { min: DecimalString | null; max: DecimalString | null } | Rejection {
  if (written === '*') return { min: null, max: null };
  const dots = written.indexOf('..');
  if (dots !== -1) return readBounds(written.slice(0, dots).trim(), written.slice(dots + 2).trim());
  const colon = written.indexOf(':');
  const value = readNumber(colon === -1 ? written : written.slice(0, colon));
  if (value instanceof Rejection) return value;
  const tolerance = colon === -1 ? null : readNumber(written.slice(colon + 1));
  if (tolerance instanceof Rejection) return tolerance;
  if (tolerance?.isNegative() && !tolerance.isZero()) {
    return new Rejection(`The tolerance ${tolerance.toFixed()} is negative; write value:tolerance, such as 3.14:0.01.`);
  }
  return {
    min: decimalString(tolerance === null ? value : value.minus(tolerance)),
    max: decimalString(tolerance === null ? value : value.plus(tolerance)),
  };
}

function readBounds(from: string, to: string): { min: DecimalString | null; max: DecimalString | null } | Rejection {
  const min = from === '*' ? null : readNumber(from);
  if (min instanceof Rejection) return min;
  const max = to === '*' ? null : readNumber(to);
  if (max instanceof Rejection) return max;
  if (min !== null && max !== null && min.gt(max)) {
    return new Rejection(
      `The range ${min.toFixed()}..${max.toFixed()} is empty; write the smaller number first, such as 1..5.`,
    );
  }
  return { min: min && decimalString(min), max: max && decimalString(max) };
}

function readNumber(written: string): Decimal | Rejection {
  const number = parseNumber(written);
  if (number !== null) return number;
  const shown = written.trim().slice(0, 40);
  return new Rejection(
    `${JSON.stringify(shown)} is not a number; write value, value:tolerance or min..max, such as 3.14:0.01.`,
  );
}

function decimalString(value: Decimal): DecimalString {
  return value.isZero() ? '0' : value.toFixed();
}
