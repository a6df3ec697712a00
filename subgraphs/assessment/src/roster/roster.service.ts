import type { Viewer } from '@lyceum/auth';
import type { CourseId } from '@lyceum/contracts';
import type { EntityManager } from 'typeorm';
import { roster } from './roster.repository.ts';
import { type Standing, standingOf } from './roster.ts';

export class RosterService {
  /** What the viewer is in a course now, by the caller's connection. */
  async standing(manager: EntityManager, viewer: Viewer | null, courseId: CourseId): Promise<Standing> {
    if (!viewer) return 'NONE';
    return standingOf(viewer, await roster.find(manager, courseId, viewer.userId));
  }

  /** What the viewer is in each of some courses. */
  async standings(
    manager: EntityManager,
    viewer: Viewer | null,
    courseIds: readonly CourseId[],
  ): Promise<Map<CourseId, Standing>> {
    const entries = viewer ? await roster.findMany(manager, courseIds, viewer.userId) : [];
    const known = new Map(entries.map((entry) => [entry.courseId, entry]));
    return new Map(courseIds.map((courseId) => [courseId, viewer ? standingOf(viewer, known.get(courseId)) : 'NONE']));
  }
}
