import { type AttemptId, type AttemptItemId, faultInText } from '@lyceum/contracts';
import { exact } from '../grading/exact.ts';
import type { Attempt, AttemptItem } from './attempt.ts';

/** Points that a person gives to an item. */
export interface Review {
  readonly attemptId: AttemptId;
  readonly itemId: AttemptItemId;
  readonly points: string;
  /** Null takes the comment away; undefined leaves it as it is. */
  readonly comment: string | null | undefined;
  readonly expectedVersion: number;
}

const longestComment = 10_000;

/** What is wrong with a review; null where nothing is. */
export function checkReview(
  review: Review,
  attempt: Attempt,
  items: readonly AttemptItem[],
): { field: string; message: string } | null {
  if (attempt.status === 'IN_PROGRESS') {
    return { field: 'attemptId', message: 'The learner is still at work: review after the attempt was handed in.' };
  }
  const item = items.find(({ id }) => id === review.itemId);
  if (!item) return { field: 'itemId', message: 'There is no such item in this attempt.' };
  const points = exact(review.points);
  if (points.lt(0) || points.gt(item.points) || points.decimalPlaces() > 2) {
    return { field: 'points', message: `Give 0 to ${item.points} points, with at most 2 decimals.` };
  }
  const fault = faultInText('A comment', review.comment ?? '', { least: 0, most: longestComment });
  return fault === null ? null : { field: 'comment', message: fault };
}
