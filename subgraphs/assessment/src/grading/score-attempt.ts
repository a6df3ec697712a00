import { Decimal } from 'decimal.js';
import { exact, ZERO } from './exact.ts';
import type { Grading } from './grade-response.ts';

export interface GradedItem {
  /** What the item is worth, 0 or more. */
  readonly points: Decimal;
  readonly grading: Grading;
}

export interface AttemptScore {
  /** Points won, to 2 decimals; items awaiting review count 0. */
  readonly score: Decimal;
  /** Points of all items, to 2 decimals. */
  readonly maxScore: Decimal;
  /** `score` in percent of `maxScore`, 0 to 100, to 2 decimals; 0 if there are no points to win. */
  readonly percentage: Decimal;
  /** False while any item awaits review. */
  readonly complete: boolean;
}

/**
 * A third is truncated at its 30th decimal; sums that differ only beyond this many places differ by such truncation.
 */
const MEANINGFUL_PLACES = 20;

/**
 * Adds up the items of an attempt: `score = Σ points · fraction`, `percentage = 100 · score / maxScore`. Sums are
 * exact and each of the three results is rounded once, half up, from the exact sums: the percentage is not that of
 * the rounded scores. Throws a `RangeError` if points are negative or not finite.
 */
export function scoreAttempt(items: readonly GradedItem[]): AttemptScore {
  let score = ZERO;
  let maxScore = ZERO;
  let complete = true;
  for (const { points, grading } of items) {
    if (!points.isFinite() || points.lt(0)) throw new RangeError(`Points of an item must be 0 or more, not ${points}.`);
    maxScore = maxScore.plus(points);
    switch (grading.state) {
      case 'GRADED':
        score = score.plus(exact(points).times(grading.fraction));
        break;
      case 'NEEDS_REVIEW':
        complete = false;
        break;
      default:
        grading satisfies never;
    }
  }
  const percentage = maxScore.isZero() ? ZERO : score.times(100).div(maxScore);
  return { score: round(score), maxScore: round(maxScore), percentage: round(percentage), complete };
}

function round(value: Decimal): Decimal {
  return value.toDecimalPlaces(MEANINGFUL_PLACES, Decimal.ROUND_HALF_UP).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}
