import type { QuestionBankId, QuestionId } from '@lyceum/contracts';

/**
 * The content of a question. It is stored as JSON and pinned by version, so every field is plain data: fractions and
 * numbers that affect marks are decimal strings, never binary floats.
 */

/** Text as its author wrote it, with its markup format. */
export interface FormattedText {
  readonly format: TextFormat;
  readonly text: string;
}

export const textFormats = ['PLAIN', 'HTML', 'MARKDOWN'] as const;
export type TextFormat = (typeof textFormats)[number];

/** A decimal number as a string: `"0.5"`, `"-1"`, `"33.33333"`. */
export type DecimalString = string;

/** An option of a choice question. `fraction` is its share of the item's points: 1 is all, negative deducts. */
export interface ChoiceOption {
  readonly id: string;
  readonly text: FormattedText;
  readonly fraction: DecimalString;
  readonly feedback: FormattedText | null;
}

export interface SingleChoiceContent {
  readonly kind: 'SINGLE_CHOICE';
  readonly options: readonly ChoiceOption[];
}

/** Any number of options may be chosen; the fractions of the chosen ones add up, bounded by 0 and 1. */
export interface MultipleChoiceContent {
  readonly kind: 'MULTIPLE_CHOICE';
  readonly options: readonly ChoiceOption[];
}

export interface TrueFalseContent {
  readonly kind: 'TRUE_FALSE';
  readonly answer: boolean;
  readonly feedbackWhenRight: FormattedText | null;
  readonly feedbackWhenWrong: FormattedText | null;
}

/** An accepted answer; `*` matches any run of characters, `\*` an asterisk. */
export interface AcceptedText {
  readonly pattern: string;
  readonly fraction: DecimalString;
  readonly feedback: FormattedText | null;
}

export interface ShortAnswerContent {
  readonly kind: 'SHORT_ANSWER';
  readonly caseSensitive: boolean;
  readonly answers: readonly AcceptedText[];
}

/** An accepted closed interval `[min, max]`; a null bound accepts anything on that side. */
export interface AcceptedNumber {
  readonly min: DecimalString | null;
  readonly max: DecimalString | null;
  readonly fraction: DecimalString;
  readonly feedback: FormattedText | null;
}

export interface NumericalContent {
  readonly kind: 'NUMERICAL';
  readonly answers: readonly AcceptedNumber[];
}

export interface MatchingPair {
  readonly id: string;
  readonly prompt: FormattedText;
  readonly answer: string;
}

/** Prompts to be matched to answers; `distractors` are answers without a prompt. */
export interface MatchingContent {
  readonly kind: 'MATCHING';
  readonly pairs: readonly MatchingPair[];
  readonly distractors: readonly string[];
}

/** Free text that a person grades. */
export interface EssayContent {
  readonly kind: 'ESSAY';
}

export type QuestionContent =
  | SingleChoiceContent
  | MultipleChoiceContent
  | TrueFalseContent
  | ShortAnswerContent
  | NumericalContent
  | MatchingContent
  | EssayContent;

export type QuestionKind = QuestionContent['kind'];

/** A question before it is stored: as written by an author or parsed by an import. */
export interface QuestionDraft {
  readonly name: string;
  /** The path of its category, `''` for none, levels separated by `/`. */
  readonly category: string;
  readonly stem: FormattedText;
  readonly content: QuestionContent;
  readonly generalFeedback: FormattedText | null;
}

/** A learner's answer, by kind of question. */
export type Response =
  | { readonly kind: 'SINGLE_CHOICE'; readonly optionId: string }
  | { readonly kind: 'MULTIPLE_CHOICE'; readonly optionIds: readonly string[] }
  | { readonly kind: 'TRUE_FALSE'; readonly value: boolean }
  | { readonly kind: 'SHORT_ANSWER'; readonly text: string }
  | { readonly kind: 'NUMERICAL'; readonly number: string }
  | { readonly kind: 'MATCHING'; readonly matches: readonly { readonly pairId: string; readonly answer: string }[] }
  | { readonly kind: 'ESSAY'; readonly text: string };

/** A question at one version; never changes. */
export interface QuestionVersion {
  readonly questionId: QuestionId;
  readonly version: number;
  readonly stem: FormattedText;
  readonly content: QuestionContent;
  readonly generalFeedback: FormattedText | null;
}

/** A question of a bank, at its current version. */
export interface Question {
  readonly id: QuestionId;
  readonly bankId: QuestionBankId;
  readonly version: number;
  readonly name: string;
  readonly category: string;
  readonly stem: FormattedText;
  readonly content: QuestionContent;
  readonly generalFeedback: FormattedText | null;
}

/** Identifies a version of a question; the key of a loader. */
export function versionKey(question: { questionId: QuestionId; version: number }): string {
  return `${question.questionId}@${question.version}`;
}
