import type { Viewer } from '@lyceum/auth';
import { type CourseId, GradeChanged, GradeId, newId } from '@lyceum/contracts';
import type { IdPage } from '@lyceum/database';
import type { FeedChange, OpenFeed } from '@lyceum/live';
import type { Transaction } from '@lyceum/outbox';
import { findCourseRole, findCourseRoles, hasRight } from '@lyceum/roster';
import { notFound } from '@lyceum/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { grades, type VisibleGrades } from './grade.repository.ts';
import { type AttemptResult, decideGrade, type Grade, maySeeGrade } from './grade.ts';

/** A change of a grade, as an entry of its course's feed. */
export type GradeChange = FeedChange<CourseId, Grade>;

/** One more grade than the page size, if there are as many. */
export interface GradePage {
  readonly rows: readonly Grade[];
  /** The version of the course's feed when the page was read. */
  readonly feedVersion: number;
}

export class GradeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly feed: OpenFeed<CourseId, Grade>,
  ) {}

  /**
   * Updates a learner's grade, in the transaction that graded an attempt. The caller holds the learner's lock.
   * @param results of all graded attempts of the learner at the exam
   */
  async update(
    transaction: Transaction,
    { examId, courseId, learnerId }: Pick<Grade, 'examId' | 'courseId' | 'learnerId'>,
    results: readonly AttemptResult[],
    now: Date,
  ): Promise<void> {
    const { manager, append } = transaction;
    const current = await grades.findOfLearner(manager, examId, learnerId);
    const grade = decideGrade(current, results, { id: newId(GradeId), examId, courseId, learnerId }, now);
    if (!grade) return;
    await grades.save(manager, grade);
    const feedVersion = await this.feed.append(transaction, courseId, grade);
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
  }

  /**
   * The same page of some courses' grades that the viewer may see, and the versions of their feeds at that moment;
   * courses of which the viewer is not a member are omitted.
   */
  async findPages(
    viewer: Viewer,
    courseIds: readonly CourseId[],
    page: IdPage<GradeId>,
  ): Promise<Map<CourseId, GradePage>> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const visible = await findVisibleGrades(manager, viewer, courseIds);
      const heads = await this.feed.heads(manager, visible.courseIds);
      const rows = await grades.findPages(manager, visible, page);
      return new Map(
        visible.courseIds.map((courseId) => [
          courseId,
          { rows: rows.get(courseId) ?? [], feedVersion: heads.get(courseId) ?? 0 },
        ]),
      );
    });
  }

  /** The number of grades of some courses that the viewer may see. */
  async count(viewer: Viewer, courseIds: readonly CourseId[]): Promise<Map<CourseId, number>> {
    const { manager } = this.dataSource;
    return grades.countByCourse(manager, await findVisibleGrades(manager, viewer, courseIds));
  }

  /**
   * The changes of a course's grades that the viewer may see, from a version on or from now on.
   * @throws NOT_FOUND if the viewer is not a member of the course, also if that changes later
   */
  async follow(viewer: Viewer, courseId: CourseId, after: number | null): Promise<AsyncIterableIterator<GradeChange>> {
    const { manager } = this.dataSource;
    const findRole = async () => {
      const role = await findCourseRole(manager, viewer, courseId);
      if (!hasRight(role, 'course.read')) throw notFound('course', courseId);
      return role;
    };
    await findRole();
    return this.feed.follow(courseId, after, async (changes) => {
      const role = await findRole();
      return changes.filter(({ value }) => maySeeGrade(value, viewer, role));
    });
  }
}

/** Which grades of some courses a viewer may see; courses of which the viewer is not a member are omitted. */
async function findVisibleGrades(
  manager: EntityManager,
  viewer: Viewer,
  courseIds: readonly CourseId[],
): Promise<VisibleGrades> {
  const roles = await findCourseRoles(manager, viewer, courseIds);
  const visible = courseIds.filter((courseId) => hasRight(roles.get(courseId) ?? null, 'course.read'));
  const allOf = visible.filter((courseId) => hasRight(roles.get(courseId) ?? null, 'grade.read-all'));
  return { courseIds: visible, allOf, learnerId: viewer.userId };
}
