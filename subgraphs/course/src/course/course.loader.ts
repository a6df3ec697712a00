import type { Viewer } from '@lyceum/auth';
import type { CourseId } from '@lyceum/contracts';
import { loadVisible } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { courses } from './course.repository.ts';
import { type Course, maySee } from './course.ts';

/** Courses that the viewer may see; null for all others. One statement for any number. */
export function createCourseLoader(
  { manager }: DataSource,
  viewer: Viewer | null,
): DataLoader<CourseId, Course | null> {
  return loadVisible(
    (ids) => courses.findMany(manager, ids),
    (course) => viewer !== null && maySee(course, viewer),
  );
}
