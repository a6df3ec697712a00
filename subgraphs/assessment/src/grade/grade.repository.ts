import type { CourseId, ExamId, GradeId, UserId } from '@lyceum/contracts';
import { groupedBy, type IdPage, selectPageOfEach } from '@lyceum/database';

import { type EntityManager, In } from 'typeorm';
import { GradeEntity } from './grade.entity.ts';
import type { Grade, GradeFeedEntry } from './grade.ts';

export const grades = {
  async findMany(manager: EntityManager, ids: readonly GradeId[]): Promise<Grade[]> {
    return manager.findBy(GradeEntity, { id: In([...ids]) });
  },

  async find(manager: EntityManager, examId: ExamId, learnerId: UserId): Promise<Grade | undefined> {
    return (await manager.findOneBy(GradeEntity, { examId, learnerId })) ?? undefined;
  },

  async save(manager: EntityManager, grade: Grade): Promise<void> {
    await manager.upsert(GradeEntity, grade, ['id']);
  },

  /** The grades of some learners, each in a course; one statement. */
  async findOfLearners(
    manager: EntityManager,
    keys: readonly { courseId: CourseId; learnerId: UserId }[],
  ): Promise<Grade[]> {
    return manager
      .createQueryBuilder(GradeEntity, 'grade')
      .where(
        '(grade.course_id, grade.learner_id) IN (SELECT * FROM unnest(CAST(:courses AS uuid[]), CAST(:learners AS uuid[])))',
        { courses: keys.map(({ courseId }) => courseId), learners: keys.map(({ learnerId }) => learnerId) },
      )
      .orderBy('grade.id')
      .getMany();
  },

  /**
   * The same page of each course's grades, one more than the page of each: everybody's in the courses that `allOf` names, the
   * learner's own in the others.
   */
  async findPages(
    manager: EntityManager,
    courseIds: readonly CourseId[],
    { allOf, learnerId }: { readonly allOf: readonly CourseId[]; readonly learnerId: UserId },
    page: IdPage<GradeId>,
  ): Promise<Map<CourseId, Grade[]>> {
    const { after, limit } = page;
    const query = manager.createQueryBuilder(GradeEntity, 'grade').setParameters({ allOf, learnerId });
    const rows = await selectPageOfEach(
      query,
      { parentColumn: 'course_id', parents: courseIds, after, limit: limit + 1 },
      'listed.learner_id = :learnerId OR listed.course_id = ANY(CAST(:allOf AS uuid[]))',
    ).getMany();
    return groupedBy(rows, ({ courseId }) => courseId);
  },

  /** How many grades each course has: everybody's in the courses that `allOf` names, the learner's own in the others. */
  async countByCourse(
    manager: EntityManager,
    courseIds: readonly CourseId[],
    { allOf, learnerId }: { readonly allOf: readonly CourseId[]; readonly learnerId: UserId },
  ): Promise<Map<CourseId, number>> {
    const rows: { course_id: CourseId; count: string }[] = await manager.query(
      `SELECT course_id, count(*) FROM grade
       WHERE course_id = ANY($1) AND (learner_id = $2 OR course_id = ANY($3)) GROUP BY course_id`,
      [courseIds, learnerId, allOf],
    );
    return new Map(rows.map(({ course_id, count }) => [course_id, Number(count)]));
  },
};

interface FeedRow {
  readonly version: string;
  readonly course_id: CourseId;
  readonly learner_id: UserId;
  readonly traceparent: string | null;
  readonly grade: Omit<Grade, 'gradedAt'> & { readonly gradedAt: string };
}

export const gradeFeed = {
  /**
   * Adds a change to its course's feed. The lock of the feed's row makes versions rise by one in the order of commits;
   * take it last, as everyone who grades in the course waits for it.
   */
  async append(manager: EntityManager, grade: Grade, traceparent: string | undefined): Promise<number> {
    const [feed]: { version: string }[] = await manager.query(
      `INSERT INTO grade_feed (course_id, version) VALUES ($1, 1)
       ON CONFLICT (course_id) DO UPDATE SET version = grade_feed.version + 1 RETURNING version`,
      [grade.courseId],
    );
    const version = Number(feed?.version);
    await manager.query(
      'INSERT INTO grade_feed_entry (course_id, version, learner_id, grade, traceparent) VALUES ($1, $2, $3, $4, $5)',
      [grade.courseId, version, grade.learnerId, JSON.stringify(grade), traceparent],
    );
    return version;
  },

  async read(manager: EntityManager, courseId: CourseId, after: number, limit: number): Promise<GradeFeedEntry[]> {
    const rows: FeedRow[] = await manager.query(
      'SELECT * FROM grade_feed_entry WHERE course_id = $1 AND version > $2 ORDER BY version LIMIT $3',
      [courseId, after, limit],
    );
    return rows.map((row) => ({
      version: Number(row.version),
      courseId: row.course_id,
      learnerId: row.learner_id,
      ...(row.traceparent && { traceparent: row.traceparent }),
      grade: { ...row.grade, gradedAt: new Date(row.grade.gradedAt) },
    }));
  },

  /** The version of the newest change; 0 before the first. */
  async head(manager: EntityManager, courseId: CourseId): Promise<number> {
    return (await gradeFeed.heads(manager, [courseId])).get(courseId) ?? 0;
  },

  /** The versions of the newest changes of some courses; those without a change are left out. */
  async heads(manager: EntityManager, courseIds: readonly CourseId[]): Promise<Map<CourseId, number>> {
    const rows: { course_id: CourseId; version: string }[] = await manager.query(
      'SELECT course_id, version FROM grade_feed WHERE course_id = ANY($1)',
      [courseIds],
    );
    return new Map(rows.map(({ course_id, version }) => [course_id, Number(version)]));
  },
};
