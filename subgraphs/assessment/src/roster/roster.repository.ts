import type { CourseId, UserId } from '@lyceum/contracts';
import { type EntityManager, In } from 'typeorm';
import { RosterCourseEntity, RosterLearnerEntity } from './roster.entity.ts';
import type { RosterEntry } from './roster.ts';

export const roster = {
  /** What the roster says of one person in some courses; courses it does not know are left out. Two statements. */
  async findMany(manager: EntityManager, courseIds: readonly CourseId[], userId: UserId): Promise<RosterEntry[]> {
    const ids = [...courseIds];
    const courses = await manager.findBy(RosterCourseEntity, { courseId: In(ids) });
    const taken = await manager.findBy(RosterLearnerEntity, { courseId: In(ids), learnerId: userId });
    const takenIds = new Set(taken.map(({ courseId }) => courseId));
    return courses.map(({ courseId, instructorId }) => ({ courseId, instructorId, isLearner: takenIds.has(courseId) }));
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
