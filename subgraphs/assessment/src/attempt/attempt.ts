import { isDeepStrictEqual } from 'node:util';
import type { AttemptId, AttemptItemId, CourseId, ExamId, ExamSectionId, QuestionId, UserId } from '@lyceum/contracts';
import { type CourseRole, hasRight } from '@lyceum/roster/rights';
import type { DrawnItem } from '../draw/draw-items.ts';
import { inShownOrder } from '../draw/option-order.ts';
import { type Calculator, currentCalculator } from '../grading/calculator.ts';
import { exact } from '../grading/exact.ts';
import { gradeResponse } from '../grading/grade-response.ts';
import { type AttemptScore, type GradedItem, scoreAttempt } from '../grading/score-attempt.ts';
import { validateResponse } from '../grading/validate-response.ts';
import type { FormattedText, QuestionContent, Response } from '../question/question.ts';

/** The outcome of an item. Points are exact decimal strings. */
export type ItemOutcome =
  | { readonly state: 'UNGRADED' }
  | { readonly state: 'NEEDS_REVIEW' }
  | { readonly state: 'GRADED'; readonly points: string; readonly feedback: readonly FormattedText[] }
  | {
      readonly state: 'REVIEWED';
      readonly points: string;
      readonly comment: string | null;
      readonly reviewerId: UserId;
      readonly reviewedAt: string;
    };

export interface AttemptItem {
  readonly id: AttemptItemId;
  readonly position: number;
  readonly sectionId: ExamSectionId;
  readonly questionId: QuestionId;
  readonly questionVersion: number;
  readonly points: string;
  /** Seeds everything random within the item. */
  readonly seed: string;
  readonly response: Response | null;
  readonly sequence: number;
  readonly savedAt: Date | null;
  readonly outcome: ItemOutcome;
}

interface AttemptBase {
  readonly id: AttemptId;
  readonly examId: ExamId;
  readonly courseId: CourseId;
  readonly learnerId: UserId;
  readonly number: number;
  readonly version: number;
  readonly seed: string;
  readonly startedAt: Date;
  readonly deadlineAt: Date | null;
  /** The rules by which it is graded, even if there are newer ones. */
  readonly calculator: Calculator;
}

export type Closer = 'LEARNER' | 'DEADLINE';

interface Closed {
  readonly submittedAt: Date;
  readonly closedBy: Closer;
  /** Id of the submission that closed it; null if the deadline did. */
  readonly submissionKey: string | null;
}

export type InProgress = AttemptBase & { readonly status: 'IN_PROGRESS' };
export type ClosedAttempt = AttemptBase & Closed & { readonly status: 'SUBMITTED' | 'UNDER_REVIEW' | 'GRADED' };
export type Attempt = InProgress | ClosedAttempt;

export function startAttempt(start: Omit<AttemptBase, 'version' | 'calculator'>): InProgress {
  return { ...start, version: 1, calculator: currentCalculator, status: 'IN_PROGRESS' };
}

export function newItem(id: AttemptItemId, drawn: DrawnItem): AttemptItem {
  return {
    id,
    position: drawn.position,
    sectionId: drawn.sectionId as ExamSectionId,
    questionId: drawn.questionId as QuestionId,
    questionVersion: drawn.version,
    points: drawn.points,
    seed: drawn.seed,
    response: null,
    sequence: 0,
    savedAt: null,
    outcome: { state: 'UNGRADED' },
  };
}

/** Attempts are visible to their learner and to those who may see the whole course. */
export function maySeeAttempt(
  { learnerId }: Pick<Attempt, 'learnerId'>,
  viewer: { readonly userId: UserId },
  role: CourseRole | null,
): boolean {
  return learnerId === viewer.userId || hasRight(role, 'attempt.read-all');
}

export function hasExpired(attempt: Attempt, now: Date): boolean {
  return attempt.status === 'IN_PROGRESS' && attempt.deadlineAt !== null && attempt.deadlineAt <= now;
}

export interface Receipt {
  readonly itemId: AttemptItemId;
  readonly outcome: 'SAVED' | 'ALREADY_SAVED' | 'STALE' | 'INVALID';
  readonly sequence: number;
  readonly savedAt: Date | null;
  readonly message: string | null;
}

/**
 * The highest valid sequence number at a moment. It rises with the clock, so both counters and timestamps fit, and no
 * accepted number leaves an item without a higher one.
 */
function highestSequence(now: Date): number {
  return now.getTime() * 1_000;
}

/**
 * Saves a response to an item by its sequence number: a higher number than before is saved; the same number with the
 * same response is already saved; anything else is late.
 * @param response null withdraws the response
 */
export function saveResponse(
  item: AttemptItem,
  content: QuestionContent,
  save: { sequence: number; response: Response | null },
  now: Date,
): { item: AttemptItem; receipt: Receipt } {
  const answer = (outcome: Receipt['outcome'], of: AttemptItem, message: string | null = null) => ({
    item: of,
    receipt: { itemId: of.id, outcome, sequence: of.sequence, savedAt: of.savedAt, message },
  });
  const most = highestSequence(now);
  if (!Number.isSafeInteger(save.sequence) || save.sequence < 1 || save.sequence > most) {
    const range = 'a whole number from 1 to the current time in microseconds';
    return answer('INVALID', item, `A sequence number is ${range}; continue from ${item.sequence + 1}.`);
  }
  if (save.response) {
    const validity = validateResponse(content, save.response);
    if (!validity.ok) return answer('INVALID', item, validity.reason);
  }
  if (save.sequence === item.sequence && isDeepStrictEqual(save.response, item.response)) {
    return answer('ALREADY_SAVED', item);
  }
  if (save.sequence <= item.sequence) return answer('STALE', item);
  return answer('SAVED', { ...item, response: save.response, sequence: save.sequence, savedAt: now });
}

/** Submits an attempt. */
export function closeAttempt(attempt: InProgress, closed: Closed): ClosedAttempt {
  return { ...attempt, ...closed, status: 'SUBMITTED', version: attempt.version + 1 };
}

/** Grades what can be graded automatically, and leaves the rest for review. */
export function gradeAttempt(
  attempt: ClosedAttempt,
  items: readonly { item: AttemptItem; content: QuestionContent }[],
): { attempt: ClosedAttempt; items: AttemptItem[] } {
  const graded = items.map(({ item, content }) => ({ ...item, outcome: gradeItem(item, content, attempt.calculator) }));
  return { attempt: { ...attempt, status: statusAfter(graded), version: attempt.version + 1 }, items: graded };
}

function gradeItem(item: AttemptItem, content: QuestionContent, calculator: Calculator): ItemOutcome {
  // Feedback on chosen options is in the learner's order: authors tend to put correct options first.
  const grading = gradeResponse(inShownOrder(content, item.seed), item.response, calculator);
  if (grading.state === 'NEEDS_REVIEW') return grading;
  const points = exact(item.points).times(grading.fraction);
  return { state: 'GRADED', points: points.toFixed(), feedback: grading.feedback };
}

/** Gives an item the points of a review. An undefined comment leaves the old one; null removes it. */
export function reviewItem(
  attempt: ClosedAttempt,
  items: readonly AttemptItem[],
  itemId: AttemptItemId,
  review: { points: string; comment: string | null | undefined; reviewerId: UserId },
  now: Date,
): { attempt: ClosedAttempt; items: AttemptItem[] } {
  const { points, reviewerId } = review;
  const outcomeOf = ({ outcome }: AttemptItem): ItemOutcome => {
    const before = outcome.state === 'REVIEWED' ? outcome.comment : null;
    const comment = review.comment === undefined ? before : review.comment;
    return { state: 'REVIEWED', points, comment, reviewerId, reviewedAt: now.toISOString() };
  };
  const reviewed = items.map((item) => (item.id === itemId ? { ...item, outcome: outcomeOf(item) } : item));
  return { attempt: { ...attempt, status: statusAfter(reviewed), version: attempt.version + 1 }, items: reviewed };
}

function statusAfter(items: readonly AttemptItem[]): 'UNDER_REVIEW' | 'GRADED' {
  return items.some(({ outcome }) => outcome.state === 'NEEDS_REVIEW') ? 'UNDER_REVIEW' : 'GRADED';
}

/** The score of an attempt so far, rounded once. */
export function scoreOf(items: readonly AttemptItem[]): AttemptScore {
  return scoreAttempt(items.map(toGradedItem));
}

function toGradedItem({ points, outcome }: AttemptItem): GradedItem {
  const worth = exact(points);
  switch (outcome.state) {
    case 'UNGRADED':
    case 'NEEDS_REVIEW':
      return { points: worth, grading: { state: 'NEEDS_REVIEW' } };
    case 'GRADED':
    case 'REVIEWED':
      return { points: worth, grading: { state: 'GRADED', fraction: exact(outcome.points).div(worth), feedback: [] } };
    default:
      return outcome satisfies never;
  }
}
