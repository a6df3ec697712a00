import type { QuestionContent, Response } from '../question/question.ts';
import { parseNumber } from './parse-number.ts';

/** A reason is a sentence that tells the learner what would be accepted. */
export type Validity = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** The longest accepted texts, in characters (Unicode code points). A short answer is compared with many. */
export const LONGEST_TEXT = { SHORT_ANSWER: 1_000, ESSAY: 100_000 } as const;

/** Unpaired surrogates: not valid Unicode, and not storable in the database. */
const loneSurrogate = /[\uD800-\uDFFF]/u;

/** Whether a response can be stored and graded: it has the question's kind, and what it refers to exists there. */
export function validateResponse(content: QuestionContent, response: Response): Validity {
  if (response.kind !== content.kind) {
    return refused(`This question requires a response of kind ${content.kind}, not ${response.kind}.`);
  }
  switch (response.kind) {
    case 'SINGLE_CHOICE':
      return validateOptions(content, [response.optionId]);
    case 'MULTIPLE_CHOICE':
      return validateOptions(content, response.optionIds);
    case 'TRUE_FALSE':
      return accepted;
    case 'SHORT_ANSWER':
    case 'ESSAY':
      return validateText(response.text, LONGEST_TEXT[response.kind]);
    case 'NUMERICAL':
      return parseNumber(response.number) === null
        ? refused('Write one number, such as 12, -0.5, 0,75 or 6.02e23, without a unit.')
        : accepted;
    case 'MATCHING':
      return validateMatches(content, response.matches);
    default:
      return response satisfies never;
  }
}

function validateOptions(content: QuestionContent, optionIds: readonly string[]): Validity {
  if (content.kind !== 'SINGLE_CHOICE' && content.kind !== 'MULTIPLE_CHOICE') return accepted;
  const known = content.options.map((option) => option.id);
  const unknown = optionIds.find((id) => !known.includes(id));
  return unknown === undefined ? accepted : refused('There is no such option; choose among those shown.');
}

function validateMatches(
  content: QuestionContent,
  matches: readonly { readonly pairId: string; readonly answer: string }[],
): Validity {
  if (content.kind !== 'MATCHING') return accepted;
  const pairIds = content.pairs.map((pair) => pair.id);
  const answers = new Set([...content.pairs.map((pair) => pair.answer), ...content.distractors]);
  const matched = new Set<string>();
  for (const { pairId, answer } of matches) {
    if (!pairIds.includes(pairId)) {
      return refused('There is no such prompt; match those shown.');
    }
    if (matched.has(pairId)) return refused('A prompt is matched twice; match each prompt once.');
    if (!answers.has(answer)) {
      return refused(`${quote(answer)} is not among the answers of this question; choose one of those shown.`);
    }
    matched.add(pairId);
  }
  return accepted;
}

function validateText(text: string, longest: number): Validity {
  if (text.length > longest && [...text].length > longest) {
    return refused(`Write at most ${longest.toLocaleString('en')} characters.`);
  }
  if (text.includes('\0') || loneSurrogate.test(text)) {
    return refused('Write text without null characters and without broken characters.');
  }
  return accepted;
}

const accepted: Validity = { ok: true };

function refused(reason: string): Validity {
  return { ok: false, reason };
}

function quote(value: string): string {
  const characters = [...value.slice(0, 100)];
  return JSON.stringify(characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : value);
}
