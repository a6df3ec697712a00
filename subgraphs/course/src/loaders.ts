import type { Viewer } from '@lyceum/auth';
import type { DataSource } from 'typeorm';
import { createCourseLoader } from './course/course.loader.ts';
import {
  createEnrolmentLoader,
  createEnrolmentPageLoaders,
  createMyCompletionLoader,
  createMyEnrolmentLoader,
  createProgressLoader,
  createReadableCourseLoader,
} from './enrolment/enrolment.loader.ts';
import {
  createLessonBodyLoader,
  createLessonCountLoader,
  createLessonLoader,
  createOutlineLoader,
} from './outline/outline.loader.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** The loaders of one request, on behalf of its viewer. */
export function createLoaders(dataSource: DataSource, viewer: Viewer | null) {
  const courses = createCourseLoader(dataSource, viewer);
  const myEnrolments = createMyEnrolmentLoader(dataSource, viewer);
  return {
    courses,
    outlines: createOutlineLoader(dataSource),
    lessons: createLessonLoader(dataSource, courses),
    lessonBodies: createLessonBodyLoader(dataSource),
    lessonCounts: createLessonCountLoader(dataSource),
    enrolments: createEnrolmentLoader(dataSource, viewer, courses),
    enrolmentPages: createEnrolmentPageLoaders(dataSource),
    progress: createProgressLoader(dataSource),
    myEnrolments,
    myCompletions: createMyCompletionLoader(dataSource, viewer),
    readableCourses: createReadableCourseLoader(viewer, courses, myEnrolments),
  };
}
