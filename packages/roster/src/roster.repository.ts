import type { CourseId, UserId } from '@lyceum/contracts';
import type { EntityManager } from 'typeorm';
import type { RosterEntry } from './rights.ts';
import { CourseInstructorEntity, CourseMemberEntity } from './roster.entity.ts';

export const roster = {
  /** The roster's data about one person in some courses; unknown courses are omitted. One statement. */
  async findMany(manager: EntityManager, courseIds: readonly CourseId[], userId: UserId): Promise<RosterEntry[]> {
    return manager.query(
      `SELECT course_id AS "courseId", instructor_id AS "instructorId", ARRAY(
         SELECT member.role FROM course_member member WHERE member.course_id = course.course_id AND member.user_id = $2
       ) AS roles
       FROM course_instructor course WHERE course_id = ANY($1::uuid[])`,
      [courseIds, userId],
    );
  },

  async saveCourse(manager: EntityManager, course: { courseId: CourseId; instructorId: UserId }): Promise<void> {
    await manager.upsert(CourseInstructorEntity, course, ['courseId']);
  },

  async saveMember(
    manager: EntityManager,
    member: Pick<CourseMemberEntity, 'courseId' | 'userId' | 'role'>,
  ): Promise<void> {
    await manager.upsert(CourseMemberEntity, member, ['courseId', 'userId', 'role']);
  },

  /** Removes everything, before a rebuild from the events. */
  async empty(manager: EntityManager): Promise<void> {
    await manager.createQueryBuilder().delete().from(CourseMemberEntity).execute();
    await manager.createQueryBuilder().delete().from(CourseInstructorEntity).execute();
  },
};
