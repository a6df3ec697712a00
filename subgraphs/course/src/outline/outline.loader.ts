import type { CourseId, LessonId } from '@lyceum/contracts';
import { batch, loadVisible } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { outlines } from './outline.repository.ts';
import type { Lesson, Outline } from './outline.ts';

/** Whole outlines, in one statement for any number of courses. */
export function createOutlineLoader({ manager }: DataSource): DataLoader<CourseId, Outline> {
  return batch(
    async (ids) => new Map((await outlines.findMany(manager, ids)).map((outline) => [outline.courseId, outline])),
    (courseId) => ({ courseId, chapters: [] }),
  );
}

export function createLessonCountLoader({ manager }: DataSource): DataLoader<CourseId, number> {
  return batch(
    (ids) => outlines.countLessons(manager, ids),
    () => 0,
  );
}

/** Lessons of courses that the viewer may see; null for all others. */
export function createLessonLoader(
  { manager }: DataSource,
  courses: DataLoader<CourseId, object | null>,
): DataLoader<LessonId, Lesson | null> {
  return loadVisible(
    (ids) => outlines.findLessons(manager, ids),
    async ({ courseId }) => (await courses.load(courseId)) !== null,
  );
}

/** The body of a lesson; null if the viewer may not read the lessons of the course. */
export function createLessonBodyLoader(
  { manager }: DataSource,
  readableCourses: DataLoader<CourseId, boolean>,
): DataLoader<Pick<Lesson, 'id' | 'courseId'>, string | null> {
  return batch(
    async (lessons) => {
      const readable = await Promise.all(lessons.map(({ courseId }) => readableCourses.load(courseId)));
      const ids = lessons.filter((_lesson, index) => readable[index]).map(({ id }) => id);
      return ids.length > 0 ? outlines.findBodies(manager, ids) : new Map();
    },
    () => null,
    ({ id }) => id,
  );
}
