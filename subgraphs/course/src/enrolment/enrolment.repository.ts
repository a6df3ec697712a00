import type { CourseId, EnrolmentId, LessonId, UserId } from '@lyceum/contracts';
import { repositoryOf } from '@lyceum/database';

import { type EntityManager, In } from 'typeorm';
import { EnrolmentEntity } from './enrolment.entity.ts';
import type { Enrolment, Progress } from './enrolment.ts';
import { LessonCompletionEntity } from './lesson-completion.entity.ts';

/** Enrolments and completed lessons. */
export const enrolments = {
  ...repositoryOf(EnrolmentEntity, toEnrolment),

  /** A learner's enrolments in any of the courses. */
  async findOfLearner(manager: EntityManager, learnerId: UserId, courseIds: readonly CourseId[]): Promise<Enrolment[]> {
    return (await manager.findBy(EnrolmentEntity, { learnerId, courseId: In([...courseIds]) })).map(toEnrolment);
  },

  /** The learner's enrolment, locked until the transaction ends. */
  async lockOfLearner(manager: EntityManager, learnerId: UserId, courseId: CourseId): Promise<Enrolment | undefined> {
    const where = { learnerId, courseId };
    const row = await manager.findOne(EnrolmentEntity, { where, lock: { mode: 'pessimistic_write' } });
    return row ? toEnrolment(row) : undefined;
  },

  /** Inserts unless the learner is already enrolled; returns whether it did. */
  async add(manager: EntityManager, enrolment: Enrolment): Promise<boolean> {
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(EnrolmentEntity)
      .values({ ...enrolment })
      .orIgnore()
      .returning('id')
      .execute();
    return raw.length > 0;
  },

  async save(manager: EntityManager, { id, version }: Enrolment): Promise<void> {
    await manager.update(EnrolmentEntity, { id }, { version });
  },

  /** Records that a lesson is completed; returns whether it is new. Lock the enrolment first. */
  async addCompletion(
    manager: EntityManager,
    completion: { enrolmentId: EnrolmentId; lessonId: LessonId; completedAt: Date },
  ): Promise<boolean> {
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(LessonCompletionEntity)
      .values(completion)
      .orIgnore()
      .returning('lesson_id')
      .execute();
    return raw.length > 0;
  },

  /** When a learner completed lessons; those not completed are omitted. */
  async findCompletions(
    manager: EntityManager,
    learnerId: UserId,
    lessonIds: readonly LessonId[],
  ): Promise<ReadonlyMap<LessonId, Date>> {
    const rows = await manager.query<{ lesson_id: LessonId; completed_at: Date }[]>(
      `SELECT completion.lesson_id, completion.completed_at
       FROM lesson_completion completion JOIN enrolment ON enrolment.id = completion.enrolment_id
       WHERE enrolment.learner_id = $1 AND completion.lesson_id = ANY($2)`,
      [learnerId, lessonIds],
    );
    return new Map(rows.map((row) => [row.lesson_id, row.completed_at]));
  },

  async findProgress(manager: EntityManager, ids: readonly EnrolmentId[]): Promise<ReadonlyMap<EnrolmentId, Progress>> {
    const rows = await manager.query<(Progress & { id: EnrolmentId })[]>(
      `WITH wanted AS (SELECT id, course_id FROM enrolment WHERE id = ANY($1)),
       total AS (SELECT course_id, count(*)::int AS lessons FROM lesson
                 WHERE course_id IN (SELECT course_id FROM wanted) GROUP BY course_id),
       completed AS (SELECT enrolment_id, count(*)::int AS lessons, max(completed_at) AS last_at FROM lesson_completion
                     WHERE enrolment_id = ANY($1) GROUP BY enrolment_id)
       SELECT wanted.id, coalesce(completed.lessons, 0) AS "completedLessons",
              coalesce(total.lessons, 0) AS "totalLessons", completed.last_at AS "lastCompletedAt"
       FROM wanted LEFT JOIN total USING (course_id) LEFT JOIN completed ON completed.enrolment_id = wanted.id`,
      [ids],
    );
    return new Map(rows.map(({ id, ...progress }) => [id, progress]));
  },
};

function toEnrolment({ id, courseId, learnerId, version, enrolledAt }: EnrolmentEntity): Enrolment {
  return { id, courseId, learnerId, version, enrolledAt };
}
