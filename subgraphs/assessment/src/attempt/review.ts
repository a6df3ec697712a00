import { type AttemptId, type AttemptItemId, checkText, type Invalid, invalid } from '@lyceum/contracts';
import { exact } from '../grading/exact.ts';
import type { Attempt, AttemptItem } from './attempt.ts';

/** Points that a person gives to an item. */
export interface Review {
  readonly attemptId: AttemptId;
  readonly itemId: AttemptItemId;
  readonly points: string;
  /** Null removes the comment; undefined leaves it unchanged. */
  readonly comment: string | null | undefined;
  readonly expectedVersion: number;
}

const longestComment = 10_000;

/** The error in a review, or null. */
export function checkReview(review: Review, attempt: Attempt, items: readonly AttemptItem[]): Invalid | null {
  if (attempt.status === 'IN_PROGRESS') {
    return invalid('attemptId', 'The attempt is still in progress: review it after submission.');
  }
  const item = items.find(({ id }) => id === review.itemId);
  if (!item) return invalid('itemId', 'There is no such item in this attempt.');
  const points = exact(review.points);
  if (points.lt(0) || points.gt(item.points) || points.decimalPlaces() > 2) {
    return invalid('points', `Give 0 to ${item.points} points, with at most 2 decimals.`);
  }
  return checkText('comment', 'A comment', review.comment ?? '', { least: 0, most: longestComment });
}
