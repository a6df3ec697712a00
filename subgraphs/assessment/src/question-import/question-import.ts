import { type Invalid, invalid, type QuestionBankId } from '@lyceum/contracts';
import type { Job, QueueBounds } from '@lyceum/jobs/job';
import type { ReadQuestion, RejectedQuestion } from '../gift/parse-gift.ts';
import { shorten } from '../gift/read-question.ts';
import type { QuestionDraft } from '../question/question.ts';

/** What is to be imported; kept until the job has ended. */
export interface ImportInput {
  readonly text: string;
  /** Whether upper and lower case differ in the short answers of the file. */
  readonly caseSensitive: boolean;
}

/** How far an import has come. It is written with the questions that it counts, in one transaction. */
export interface ImportState {
  readonly bankId: QuestionBankId;
  /** Questions of the file, well written or not; null until they are counted. */
  readonly totalCount: number | null;
  /** Questions read so far, from the beginning of the file. */
  readonly readCount: number;
  readonly importedCount: number;
  readonly rejectedCount: number;
  /** The first of those that could not be taken. */
  readonly rejected: readonly RejectedQuestion[];
}

export type ImportJob = Job<ImportState>;

/** A change of an import, as its feed tells it. */
export interface ImportProgress {
  readonly version: number;
  readonly traceparent?: string;
  readonly job: ImportJob;
}

/** Bytes of UTF-8. */
const largestFile = 1_000_000;
export const mostRejectedTold = 100;
/** Characters of a reason: some repeat what the author wrote. */
const longestReason = 500;
/** An import that failed so often without coming further, or ended its process, is given up. */
export const mostRuns = 5;
export const importBounds: QueueBounds = { ofOwner: 5, ofAll: 500 };

export function newImport(bankId: QuestionBankId): ImportState {
  return { bankId, totalCount: null, readCount: 0, importedCount: 0, rejectedCount: 0, rejected: [] };
}

/** What is wrong with a file; null where nothing is. */
export function checkFile(text: string): Invalid | null {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes <= largestFile) return null;
  const message = `A file has at most ${largestFile} bytes of UTF-8; this one has ${bytes}. Import it in parts.`;
  return invalid('text', message);
}

/** The state after some more questions of the file, and what is to be stored of them. */
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

/** Why an import is given up, and what to do. */
export function givenUp({ readCount, importedCount }: ImportState): string {
  return (
    `The import failed ${mostRuns} times behind question ${readCount} of the file and is not tried again. ${importedCount} ` +
    'questions were added: import what follows in smaller parts.'
  );
}

/** Why an import ends whose owner's rights have changed since, and what to do. */
export function rightsChanged({ importedCount }: ImportState): string {
  return `Your rights have changed since you asked for this import. ${importedCount} questions were added before; ask again for the rest.`;
}
