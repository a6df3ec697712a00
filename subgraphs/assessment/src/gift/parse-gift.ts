import type { QuestionDraft } from '../question/question.ts';
import { readCategory } from './category.ts';
import { readQuestion, shorten } from './read-question.ts';
import { Rejection } from './rejection.ts';
import { type Block, isCategory, LONGEST_BLOCK, splitBlocks } from './split-blocks.ts';

/** The contents of a GIFT file: accepted and rejected questions, each in the order of the file. */
export interface GiftImport {
  readonly questions: readonly ImportedQuestion[];
  readonly rejected: readonly RejectedQuestion[];
}

export interface ImportedQuestion {
  /** The line where it begins, from 1. */
  readonly line: number;
  readonly draft: QuestionDraft;
}

export interface RejectedQuestion {
  /** The line where it begins, from 1. */
  readonly line: number;
  /** Its first 80 characters, on one line. */
  readonly excerpt: string;
  /** What is wrong, and what would be accepted. */
  readonly reason: string;
}

/** The parse result of one block of the file. */
export type ReadQuestion = ImportedQuestion | RejectedQuestion;

/** The source of one question, with the category it belongs to. */
export interface GiftBlock extends Block {
  /** Or why it was rejected. */
  readonly category: string | Rejection;
}

const LONGEST_EXCERPT = 80;
const tooLong = () =>
  new Rejection(
    `The question is too long; write at most ${LONGEST_BLOCK.toLocaleString('en')} characters, and a blank line after it.`,
  );

/**
 * Parses questions in Moodle's GIFT format (docs.moodle.org/en/GIFT_format). Never throws: invalid questions are
 * reported and the rest is accepted. Time is linear in the length of the text.
 *
 * Where files or readers differ:
 *
 * - Text without a marker, and `[moodle]`, is PLAIN, and a line break of the file in it is a space; `\n` is a line
 *   break. `[plain]`, `[html]` and `[markdown]` keep their lines. Answers and feedback inherit the stem's format.
 * - Of two feedbacks of true/false, the first is for a wrong answer (either value), the second for a correct one.
 * - A single answer without a sign, `{One}`, is a short answer, unless it is T, TRUE, F or FALSE.
 * - `=` among `~` makes a single choice, only `~` a multiple choice. Weights become fractions, unrounded:
 *   `%33.33333%` is `0.3333333`; grading treats three of them as the whole.
 * - A question of more than 100,000 characters or 500 answers, or below a category of more than 1,000 characters, is
 *   rejected.
 * - A question that cannot give its full mark (99 % or more, for thirds cut short) is rejected.
 * - In `category` a slash within a level is written `//`, as in the file.
 *
 * Null characters and broken surrogates, which no database stores, are read as U+FFFD.
 */
export function parseGift(text: string): GiftImport {
  const questions: ImportedQuestion[] = [];
  const rejected: RejectedQuestion[] = [];
  for (const block of giftBlocks(text)) {
    const read = readBlock(block);
    if ('draft' in read) questions.push(read);
    else rejected.push(read);
  }
  return { questions, rejected };
}

/** The questions of a file one by one, unread: with {@link readBlock}, `parseGift` in steps. */
export function* giftBlocks(text: string): Generator<GiftBlock, void, undefined> {
  let category: string | Rejection = '';
  for (const block of splitBlocks(cleanText(text))) {
    if (isCategory(block.text)) category = readCategory(block.text);
    else yield { ...block, category };
  }
}

export function readBlock({ line, text, category }: GiftBlock): ReadQuestion {
  const draft = read(text, category);
  return draft instanceof Rejection ? { line, excerpt: excerpt(text), reason: draft.reason } : { line, draft };
}

function read(text: string, category: string | Rejection): QuestionDraft | Rejection {
  if (category instanceof Rejection) return category;
  return text.length > LONGEST_BLOCK ? tooLong() : readQuestion(text, category);
}

function cleanText(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\0\uD800-\uDFFF]/gu, '\uFFFD');
}

function excerpt(block: string): string {
  const beginning = block
    .slice(0, 10 * LONGEST_EXCERPT)
    .replace(/[\uD800-\uDFFF]$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
  return shorten(beginning, LONGEST_EXCERPT);
}
