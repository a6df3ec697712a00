import type { CourseId, ExamId, GradeId, UserId } from '@lyceum/contracts';
import { type IdPage, repositoryOf } from '@lyceum/database';
import type { EntityManager } from 'typeorm';
import { GradeEntity } from './grade.entity.ts';
import type { Grade } from './grade.ts';

/** Which grades of some courses are visible. */
export interface VisibleGrades {
  readonly courseIds: readonly CourseId[];
  /** The courses of which all grades are visible; of the others, those of the learner. */
  readonly allOf: readonly CourseId[];
  readonly learnerId: UserId;
}

export const grades = {
  ...repositoryOf(GradeEntity, toGrade),

  async findOfLearner(manager: EntityManager, examId: ExamId, learnerId: UserId): Promise<Grade | undefined> {
    const row = await manager.findOneBy(GradeEntity, { examId, learnerId });
    return row ? toGrade(row) : undefined;
  },

  async save(manager: EntityManager, grade: Grade): Promise<void> {
    await manager.upsert(GradeEntity, grade, ['id']);
  },

  /** The grades of some learners, each in a course; one statement. */
  async findOfLearners(
    manager: EntityManager,
    keys: readonly { courseId: CourseId; learnerId: UserId }[],
  ): Promise<Grade[]> {
    const rows = await manager
      .createQueryBuilder(GradeEntity, 'grade')
      .where(
        '(grade.course_id, grade.learner_id) IN (SELECT * FROM unnest(CAST(:courses AS uuid[]), CAST(:learners AS uuid[])))',
        { courses: keys.map(({ courseId }) => courseId), learners: keys.map(({ learnerId }) => learnerId) },
      )
      .orderBy('grade.id')
      .getMany();
    return rows.map(toGrade);
  },

  /** The same page of each course's grades, with one more than the page size; one statement. */
  async findPages(
    manager: EntityManager,
    { courseIds, allOf, learnerId }: VisibleGrades,
    page: IdPage<GradeId>,
  ): Promise<Map<CourseId, Grade[]>> {
    return grades.findPageOfEach(manager, 'courseId', courseIds, page, {
      condition: 'listed.learner_id = :learnerId OR listed.course_id = ANY(CAST(:allOf AS uuid[]))',
      parameters: { allOf, learnerId },
    });
  },

  /** The number of visible grades of each course; courses without any are omitted. One statement. */
  async countByCourse(
    manager: EntityManager,
    { courseIds, allOf, learnerId }: VisibleGrades,
  ): Promise<Map<CourseId, number>> {
    const rows: { course_id: CourseId; count: string }[] = await manager.query(
      `SELECT course_id, count(*) FROM grade
       WHERE course_id = ANY($1) AND (learner_id = $2 OR course_id = ANY($3)) GROUP BY course_id`,
      [courseIds, learnerId, allOf],
    );
    return new Map(rows.map(({ course_id, count }) => [course_id, Number(count)]));
  },
};

function toGrade(row: GradeEntity): Grade {
  return { ...row };
}
