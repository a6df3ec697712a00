import type { CourseId, LessonId } from '@lyceum/contracts';
import { batch, byId } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Course } from '../course/course.ts';
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
  courses: DataLoader<CourseId, Course | null>,
): DataLoader<LessonId, Lesson | null> {
  return batch(
    async (ids) => {
      const found = await outlines.findLessons(manager, ids);
      const seen = await Promise.all(found.map((lesson) => courses.load(lesson.courseId)));
      return byId(found.filter((_lesson, index) => seen[index] !== null));
    },
    () => null,
  );
}

/** Bodies of lessons, for those who may read them: ask that first. */
export function createLessonBodyLoader({ manager }: DataSource): DataLoader<LessonId, string | null> {
  return batch(
    (ids) => outlines.findBodies(manager, ids),
    () => null,
  );
}
