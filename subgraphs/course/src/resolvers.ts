import { connectionResolvers } from '@lyceum/subgraph';
import { courseMutations, courseQueries, courseResolvers, myCoursesResolvers } from './course/course.resolvers.ts';
import { enrolmentMutations, enrolmentResolvers, progressResolvers } from './enrolment/enrolment.resolvers.ts';
import type { Resolvers } from './generated/resolvers.ts';
import { chapterResolvers, lessonResolvers, outlineMutations, outlineQueries } from './outline/outline.resolvers.ts';

export const resolvers: Resolvers = {
  Query: { ...courseQueries, ...outlineQueries },
  Mutation: { ...courseMutations, ...outlineMutations, ...enrolmentMutations },
  Course: courseResolvers,
  CourseConnection: connectionResolvers,
  MyCourses: myCoursesResolvers,
  Chapter: chapterResolvers,
  Lesson: lessonResolvers,
  Enrolment: enrolmentResolvers,
  EnrolmentConnection: connectionResolvers,
  Progress: progressResolvers,
};
