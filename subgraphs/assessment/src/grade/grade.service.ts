import type { Viewer } from '@lyceum/auth';
import { type CourseId, GradeChanged, GradeId, newId } from '@lyceum/contracts';
import type { IdPage } from '@lyceum/database';
import type { LiveFeeds } from '@lyceum/live';
import type { Transaction } from '@lyceum/outbox';
import { notFound } from '@lyceum/subgraph';
import { currentRequest } from '@lyceum/telemetry';
import type { DataSource } from 'typeorm';
import { attemptItems, attempts } from '../attempt/attempt.repository.ts';
import { type ClosedAttempt, scoreOf } from '../attempt/attempt.ts';
import type { RosterService } from '../roster/roster.service.ts';
import { gradeFeed, grades } from './grade.repository.ts';
import { decideGrade, type Grade, type GradeFeedEntry } from './grade.ts';

/** One more grade than the page, where there are as many. */
export interface GradePage {
  readonly rows: readonly Grade[];
  /** The version of the course's feed at the moment at which the page was read. */
  readonly feedVersion: number;
}

export class GradeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly roster: RosterService,
    private readonly feeds: LiveFeeds<GradeFeedEntry>,
  ) {}

  /**
   * Brings a learner's grade up to date with their graded attempts, in the transaction that graded one; tells whether it
   * changed. The caller holds the learner's lock.
   */
  async update({ manager, append }: Transaction, attempt: ClosedAttempt, now: Date): Promise<boolean> {
    const { examId, courseId, learnerId } = attempt;
    const all = await attempts.findOfLearner(manager, examId, learnerId);
    const graded = all.filter(({ status }) => status === 'GRADED');
    const items = await attemptItems.findByAttempts(
      manager,
      graded.map(({ id }) => id),
    );
    const results = graded.map(({ id, calculator }) => ({
      attemptId: id,
      calculator,
      score: scoreOf(items.get(id) ?? []),
    }));
    const current = await grades.find(manager, examId, learnerId);
    const grade = decideGrade(current, results, { id: newId(GradeId), examId, courseId, learnerId }, now);
    if (!grade) return false;
    await grades.save(manager, grade);
    const feedVersion = await gradeFeed.append(manager, grade, currentRequest()?.traceparent);
    const { id: gradeId, attemptId, score, maxScore, percentage } = grade;
    append(
      GradeChanged,
      {
        gradeId,
        attemptId,
        examId,
        courseId,
        learnerId,
        score,
        maxScore,
        percentage,
        feedVersion,
        gradedAt: now.toISOString(),
      },
      grade.version,
    );
    return true;
  }

  /**
   * The same page of some courses' grades as the viewer may see them, and where their feeds stood at that moment; courses that
   * the viewer has nothing to do with are left out.
   */
  async findPages(
    viewer: Viewer,
    courseIds: readonly CourseId[],
    page: IdPage<GradeId>,
  ): Promise<Map<CourseId, GradePage>> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const courseRoles = await this.roster.courseRoles(manager, viewer, courseIds);
      const visible = courseIds.filter((courseId) => courseRoles.get(courseId) !== 'NONE');
      const allOf = visible.filter((courseId) => courseRoles.get(courseId) === 'STAFF');
      const heads = await gradeFeed.heads(manager, visible);
      const rows = await grades.findPages(manager, visible, { allOf, learnerId: viewer.userId }, page);
      return new Map(
        visible.map((courseId) => [
          courseId,
          { rows: rows.get(courseId) ?? [], feedVersion: heads.get(courseId) ?? 0 },
        ]),
      );
    });
  }

  /** How many grades of some courses the viewer may see. */
  async count(viewer: Viewer, courseIds: readonly CourseId[]): Promise<Map<CourseId, number>> {
    const { manager } = this.dataSource;
    const courseRoles = await this.roster.courseRoles(manager, viewer, courseIds);
    const visible = courseIds.filter((courseId) => courseRoles.get(courseId) !== 'NONE');
    const allOf = visible.filter((courseId) => courseRoles.get(courseId) === 'STAFF');
    return grades.countByCourse(manager, visible, { allOf, learnerId: viewer.userId });
  }

  /**
   * The changes of a course's grades that the viewer may see, from a version on or from now on.
   * @throws NOT_FOUND where the viewer has nothing to do with the course, also later, when that becomes so
   */
  async follow(
    viewer: Viewer,
    courseId: CourseId,
    after: number | null,
  ): Promise<AsyncIterableIterator<GradeFeedEntry>> {
    const { manager } = this.dataSource;
    if ((await this.roster.courseRole(manager, viewer, courseId)) === 'NONE') throw notFound('course', courseId);
    return this.feeds.subscribe(courseId, after, async (entries) => {
      switch (await this.roster.courseRole(manager, viewer, courseId)) {
        case 'STAFF':
          return entries;
        case 'LEARNER':
          return entries.filter(({ learnerId }) => learnerId === viewer.userId);
        case 'NONE':
          throw notFound('course', courseId);
      }
    });
  }
}
