import type { Viewer } from '@lyceum/auth';
import type { Runtime } from '@lyceum/subgraph';
import { createCourseLoader } from './course/course.loader.ts';
import {
  createEnrolmentCountLoader,
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

/** The loaders of one request, for its viewer. */
export function createLoaders({ dataSource }: Runtime, _services: unknown, viewer: Viewer | null) {
  const courses = createCourseLoader(dataSource, viewer);
  const myEnrolments = createMyEnrolmentLoader(dataSource, viewer);
  const readableCourses = createReadableCourseLoader(viewer, courses, myEnrolments);
  return {
    courses,
    outlines: createOutlineLoader(dataSource),
    lessons: createLessonLoader(dataSource, courses),
    lessonBodies: createLessonBodyLoader(dataSource, readableCourses),
    lessonCounts: createLessonCountLoader(dataSource),
    enrolments: createEnrolmentLoader(dataSource, viewer, courses),
    enrolmentPages: createEnrolmentPageLoaders(dataSource, viewer),
    enrolmentCounts: createEnrolmentCountLoader(dataSource),
    progress: createProgressLoader(dataSource),
    myEnrolments,
    myCompletions: createMyCompletionLoader(dataSource, viewer),
  };
}
