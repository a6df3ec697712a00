import { type Invalid, invalid, type QuestionBankId } from '@lyceum/contracts';
import type { Job, QueueBounds } from '@lyceum/jobs/job';
import type { ReadQuestion, RejectedQuestion } from '../gift/parse-gift.ts';
import { shorten } from '../gift/read-question.ts';
import type { QuestionDraft } from '../question/question.ts';

/** The input of an import; kept until the job has ended. */
export interface ImportInput {
  readonly text: string;
  /** Whether upper and lower case differ in the short answers of the file. */
  readonly caseSensitive: boolean;
}

/** The progress of an import, written in the same transaction as the questions that it counts. */
export interface ImportState {
  readonly bankId: QuestionBankId;
  /** Questions in the file, valid or not; null until they are counted. */
  readonly totalCount: number | null;
  /** Questions read so far, from the beginning of the file. */
  readonly readCount: number;
  readonly importedCount: number;
  readonly rejectedCount: number;
  /** The first of the rejected questions. */
  readonly rejected: readonly RejectedQuestion[];
}

export type ImportJob = Job<ImportState>;

/** A change of an import, as published in its feed. */
export interface ImportProgress {
  readonly version: number;
  readonly traceparent?: string;
  readonly job: ImportJob;
}

/** Bytes of UTF-8. */
const largestFile = 1_000_000;
export const mostRejectedTold = 100;
/** Characters of a reason: some quote the author's text. */
const longestReason = 500;
/** An import is abandoned after it fails, or crashes its process, this often without progress. */
export const mostRuns = 5;
export const importBounds: QueueBounds = { ofOwner: 5, ofAll: 500 };

export function newImport(bankId: QuestionBankId): ImportState {
  return { bankId, totalCount: null, readCount: 0, importedCount: 0, rejectedCount: 0, rejected: [] };
}

/** The error in a file, or null. */
export function checkFile(text: string): Invalid | null {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes <= largestFile) return null;
  const message = `A file may have at most ${largestFile} bytes of UTF-8; this one has ${bytes}. Import it in parts.`;
  return invalid('text', message);
}

/** The state after some more questions of the file, and the questions to store. */
export function takeMore(
  state: ImportState,
  results: readonly ReadQuestion[],
  caseSensitive: boolean,
): { state: ImportState; drafts: QuestionDraft[] } {
  const drafts: QuestionDraft[] = [];
  const rejected: RejectedQuestion[] = [];
  for (const result of results) {
    if ('draft' in result) drafts.push(withCase(result.draft, caseSensitive));
    else rejected.push({ ...result, reason: shorten(result.reason, longestReason) });
  }
  return {
    drafts,
    state: {
      ...state,
      readCount: state.readCount + results.length,
      importedCount: state.importedCount + drafts.length,
      rejectedCount: state.rejectedCount + rejected.length,
      rejected: [...state.rejected, ...rejected].slice(0, mostRejectedTold),
    },
  };
}

function withCase(draft: QuestionDraft, caseSensitive: boolean): QuestionDraft {
  const { content } = draft;
  return content.kind === 'SHORT_ANSWER' ? { ...draft, content: { ...content, caseSensitive } } : draft;
}

/** Why an import is abandoned, and what to do. */
export function givenUp({ readCount, importedCount }: ImportState): string {
  return (
    `The import failed ${mostRuns} times after question ${readCount} of the file and will not be retried. ${importedCount} ` +
    'questions were added: import the rest in smaller parts.'
  );
}

/** Why an import ends whose owner's rights have changed, and what to do. */
export function rightsChanged({ importedCount }: ImportState): string {
  return `Your rights have changed since you requested this import. ${importedCount} questions were added before; import the rest again.`;
}
