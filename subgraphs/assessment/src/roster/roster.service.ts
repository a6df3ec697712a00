import type { Viewer } from '@lyceum/auth';
import type { CourseId } from '@lyceum/contracts';
import type { EntityManager } from 'typeorm';
import { roster } from './roster.repository.ts';
import { type CourseRole, courseRoleOf } from './roster.ts';

export class RosterService {
  /** What the viewer is in a course now, by the caller's connection. */
  async courseRole(manager: EntityManager, viewer: Viewer | null, courseId: CourseId): Promise<CourseRole> {
    if (!viewer) return 'NONE';
    return courseRoleOf(viewer, await roster.find(manager, courseId, viewer.userId));
  }

  /** What the viewer is in each of some courses. */
  async courseRoles(
    manager: EntityManager,
    viewer: Viewer | null,
    courseIds: readonly CourseId[],
  ): Promise<Map<CourseId, CourseRole>> {
    const entries = viewer ? await roster.findMany(manager, courseIds, viewer.userId) : [];
    const known = new Map(entries.map((entry) => [entry.courseId, entry]));
    return new Map(
      courseIds.map((courseId) => [courseId, viewer ? courseRoleOf(viewer, known.get(courseId)) : 'NONE']),
    );
  }
}
