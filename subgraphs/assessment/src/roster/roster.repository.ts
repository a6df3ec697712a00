import type { CourseId, UserId } from '@lyceum/contracts';
import type { EntityManager } from 'typeorm';
import { RosterCourseEntity, RosterLearnerEntity } from './roster.entity.ts';
import type { RosterEntry } from './roster.ts';

export const roster = {
  /** What the roster says of one person in some courses; courses it does not know are left out. One statement. */
  async findMany(manager: EntityManager, courseIds: readonly CourseId[], userId: UserId): Promise<RosterEntry[]> {
    return manager.query(
      `SELECT course_id AS "courseId", instructor_id AS "instructorId", EXISTS (
         SELECT FROM roster_learner learner WHERE learner.course_id = course.course_id AND learner.learner_id = $2
       ) AS "isLearner"
       FROM roster_course course WHERE course_id = ANY($1::uuid[])`,
      [courseIds, userId],
    );
  },

  async find(manager: EntityManager, courseId: CourseId, userId: UserId): Promise<RosterEntry | undefined> {
    return (await roster.findMany(manager, [courseId], userId))[0];
  },

  async saveCourse(manager: EntityManager, course: { courseId: CourseId; instructorId: UserId }): Promise<void> {
    await manager.upsert(RosterCourseEntity, course, ['courseId']);
  },

  async addLearner(manager: EntityManager, learner: { courseId: CourseId; learnerId: UserId }): Promise<void> {
    await manager.upsert(RosterLearnerEntity, learner, ['courseId', 'learnerId']);
  },

  /** Before it is built anew from the events. */
  async empty(manager: EntityManager): Promise<void> {
    await manager.createQueryBuilder().delete().from(RosterLearnerEntity).execute();
    await manager.createQueryBuilder().delete().from(RosterCourseEntity).execute();
  },
};
