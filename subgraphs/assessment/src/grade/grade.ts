import { AttemptId, CourseId, ExamId, GradeId, UserId } from '@lyceum/contracts';
import { type CourseRole, hasRight } from '@lyceum/roster/rights';
import { z } from 'zod';
import type { Calculator } from '../grading/calculator.ts';
import { exact } from '../grading/exact.ts';
import type { AttemptScore } from '../grading/score-attempt.ts';

/**
 * The one effective grade of a learner in an exam: their best graded attempt. Marks are decimal strings with 2
 * decimals.
 */
export interface Grade {
  readonly id: GradeId;
  readonly examId: ExamId;
  readonly courseId: CourseId;
  readonly learnerId: UserId;
  readonly attemptId: AttemptId;
  readonly version: number;
  readonly score: string;
  readonly maxScore: string;
  readonly percentage: string;
  readonly calculator: string;
  readonly gradedAt: Date;
}

/** A grade as JSON, as in the feed of its course. */
export const GradeSnapshot: z.ZodType<Grade> = z.object({
  id: GradeId,
  examId: ExamId,
  courseId: CourseId,
  learnerId: UserId,
  attemptId: AttemptId,
  version: z.int(),
  score: z.string(),
  maxScore: z.string(),
  percentage: z.string(),
  calculator: z.string(),
  gradedAt: z.coerce.date(),
});

/** Grades are visible to their learner and to those who may see the whole course. */
export function maySeeGrade(
  { learnerId }: Pick<Grade, 'learnerId'>,
  viewer: { readonly userId: UserId },
  role: CourseRole | null,
): boolean {
  return learnerId === viewer.userId || hasRight(role, 'grade.read-all');
}

export interface AttemptResult {
  readonly attemptId: AttemptId;
  /** The rules by which the attempt was graded. */
  readonly calculator: Calculator;
  readonly score: AttemptScore;
}

/** The attempt that counts: the one with the largest share of its points, the first if equal. */
function bestOf(results: readonly AttemptResult[]): AttemptResult | undefined {
  let best: AttemptResult | undefined;
  for (const result of results) {
    if (!best || isBetter(result.score, best.score)) best = result;
  }
  return best;
}

/** By percentage; if the rounded percentages are equal, by the points themselves. */
function isBetter(one: AttemptScore, other: AttemptScore): boolean {
  if (!one.percentage.eq(other.percentage)) return one.percentage.gt(other.percentage);
  return one.score.times(other.maxScore).gt(other.score.times(one.maxScore));
}

/**
 * The grade that results from a learner's attempts.
 * @param current the grade until now; undefined for the first
 * @returns the new grade, or undefined if nothing has changed
 */
export function decideGrade(
  current: Grade | undefined,
  results: readonly AttemptResult[],
  of: Pick<Grade, 'id' | 'examId' | 'courseId' | 'learnerId'>,
  now: Date,
): Grade | undefined {
  const best = bestOf(results);
  if (!best) return undefined;
  const marks = {
    attemptId: best.attemptId,
    score: best.score.score.toFixed(2),
    maxScore: best.score.maxScore.toFixed(2),
    percentage: best.score.percentage.toFixed(2),
  };
  const unchanged =
    current &&
    current.attemptId === marks.attemptId &&
    exact(current.score).eq(marks.score) &&
    exact(current.maxScore).eq(marks.maxScore);
  if (unchanged) return undefined;
  const { id, examId, courseId, learnerId } = current ?? of;
  return {
    ...marks,
    id,
    examId,
    courseId,
    learnerId,
    version: (current?.version ?? 0) + 1,
    calculator: best.calculator,
    gradedAt: now,
  };
}
