import type { Viewer } from '@lyceum/auth';
import type { CourseId } from '@lyceum/contracts';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { roster } from './roster.repository.ts';
import { type Standing, standingOf } from './roster.ts';

/** What the viewer is in each course. */
export function createStandingLoader(dataSource: DataSource, viewer: Viewer | null): DataLoader<CourseId, Standing> {
  return new DataLoader(async (courseIds) => {
    if (!viewer) return courseIds.map(() => 'NONE');
    const entries = await roster.findMany(dataSource.manager, courseIds, viewer.userId);
    const byCourse = new Map(entries.map((entry) => [entry.courseId, entry]));
    return courseIds.map((courseId) => standingOf(viewer, byCourse.get(courseId)));
  });
}
