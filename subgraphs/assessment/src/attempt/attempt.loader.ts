import type { Viewer } from '@lyceum/auth';
import type { AttemptId, ExamId } from '@lyceum/contracts';
import type { IdPage } from '@lyceum/database';
import type { CourseRoleLoader } from '@lyceum/roster';
import { hasRight, refusalOf } from '@lyceum/roster/rights';
import { batch, batchPages, byId, forbidden, loadVisible } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Exam } from '../exam/exam.ts';
import { attemptItems, attempts } from './attempt.repository.ts';
import { type Attempt, type AttemptItem, maySeeAttempt } from './attempt.ts';

/** Attempts that the viewer may see; null for all others. */
export function createAttemptLoader(
  { manager }: DataSource,
  viewer: Viewer | null,
  courseRoles: CourseRoleLoader,
): DataLoader<AttemptId, Attempt | null> {
  return loadVisible(
    (ids) => attempts.findMany(manager, ids),
    async (attempt) => viewer !== null && maySeeAttempt(attempt, viewer, await courseRoles.load(attempt.courseId)),
  );
}

/** The attempts of grades that the viewer may see. */
export function createKnownAttemptLoader({ manager }: DataSource): DataLoader<AttemptId, Attempt> {
  return batch(
    async (ids) => byId(await attempts.findMany(manager, ids)),
    (id): never => {
      throw new Error(`There is no attempt ${id}.`);
    },
  );
}

/** The viewer's attempts at an exam, by start time. */
export function createMyAttemptLoader({ manager }: DataSource, viewer: Viewer | null): DataLoader<ExamId, Attempt[]> {
  return batch(
    async (examIds) => (viewer ? attempts.findOfLearnerAtMany(manager, examIds, viewer.userId) : new Map()),
    () => [],
  );
}

/** Pages of all learners' attempts at exams; FORBIDDEN without the right to see them. */
export function createAttemptPageLoaders(
  { manager }: DataSource,
  courseRoles: CourseRoleLoader,
): (page: IdPage<AttemptId>) => { load(exam: Pick<Exam, 'id' | 'courseId'>): Promise<Attempt[]> } {
  const pages = batchPages(
    (examIds: readonly ExamId[], page: IdPage<AttemptId>) => attempts.findPageOfEach(manager, 'examId', examIds, page),
    () => [],
  );
  return (page) => ({
    async load({ id, courseId }) {
      const right = 'attempt.read-all';
      if (!hasRight(await courseRoles.load(courseId), right)) throw forbidden(refusalOf(right));
      return pages(page).load(id);
    },
  });
}

/** The number of attempts at exams; load it together with a page of them. */
export function createAttemptCountLoader({ manager }: DataSource): DataLoader<ExamId, number> {
  return batch(
    (examIds) => attempts.countOfEach(manager, 'examId', examIds),
    () => 0,
  );
}

/** The items of an attempt, by position. */
export function createItemLoader({ manager }: DataSource): DataLoader<AttemptId, AttemptItem[]> {
  return batch(
    (attemptIds) => attemptItems.findByAttempts(manager, attemptIds),
    () => [],
  );
}
