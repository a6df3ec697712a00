import {
  courseConnectionResolvers,
  courseMutations,
  courseQueries,
  courseResolvers,
  myCoursesResolvers,
} from './course/course.resolvers.ts';
import {
  enrolmentConnectionResolvers,
  enrolmentMutations,
  enrolmentResolvers,
  progressResolvers,
} from './enrolment/enrolment.resolvers.ts';
import type { Resolvers } from './generated/resolvers.ts';
import { chapterResolvers, lessonResolvers, outlineMutations, outlineQueries } from './outline/outline.resolvers.ts';

export const resolvers: Resolvers = {
  Query: { ...courseQueries, ...outlineQueries },
  Mutation: { ...courseMutations, ...outlineMutations, ...enrolmentMutations },
  Course: courseResolvers,
  CourseConnection: courseConnectionResolvers,
  MyCourses: myCoursesResolvers,
  Chapter: chapterResolvers,
  Lesson: lessonResolvers,
  Enrolment: enrolmentResolvers,
  EnrolmentConnection: enrolmentConnectionResolvers,
  Progress: progressResolvers,
};
