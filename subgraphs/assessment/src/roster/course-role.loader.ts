import type { Viewer } from '@lyceum/auth';
import type { CourseId } from '@lyceum/contracts';
import { batch } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { roster } from './roster.repository.ts';
import { type CourseRole, courseRoleOf } from './roster.ts';

/** What the viewer is in each course. */
export function createCourseRoleLoader(
  { manager }: DataSource,
  viewer: Viewer | null,
): DataLoader<CourseId, CourseRole> {
  return batch<CourseId, CourseRole, CourseRole>(
    async (courseIds) => {
      const entries = viewer ? await roster.findMany(manager, courseIds, viewer.userId) : [];
      return new Map(entries.map((entry) => [entry.courseId, viewer ? courseRoleOf(viewer, entry) : 'NONE']));
    },
    () => 'NONE',
  );
}
