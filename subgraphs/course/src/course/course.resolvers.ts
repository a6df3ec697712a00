import { CourseId, checkText, EnrolmentId, UserId } from '@lyceum/contracts';
import {
  badUserInput,
  parseId,
  type ResolversFor,
  readIdPage,
  requireViewer,
  toCountedConnection,
  toInvalidInput,
} from '@lyceum/subgraph';
import type {
  CourseFilter,
  CourseResolvers,
  Course as GeneratedCourse,
  MyCourses as GeneratedMyCourses,
  MutationResolvers,
  MyCoursesResolvers,
  QueryResolvers,
  Resolvers,
} from '../generated/resolvers.ts';
import { type CatalogueFilter, type Course, type Person, statusOf, titleLength } from './course.ts';
import { toCourseConflict, toWithoutLessons } from './failures.ts';

const queries: Pick<QueryResolvers, 'course' | 'courses' | 'myCourses'> = {
  course: (_parent, { id }, { loaders }) => loaders.courses.load(parseId(CourseId, 'id', id)),
  courses: (_parent, args, { courseService }) =>
    courseService.findCatalogue(readFilter(args.filter ?? {}), readIdPage(CourseId, args)),
  myCourses: (_parent, _args, { viewer }) => requireViewer(viewer),
};

const mutations: Pick<MutationResolvers, 'createCourse' | 'updateCourse' | 'publishCourse'> = {
  async createCourse(_parent, { input }, { viewer, courseService }) {
    const result = await courseService.create(viewer, input);
    switch (result.outcome) {
      case 'CREATED':
        return { __typename: 'CreateCourseSuccess', course: result.course };
      case 'INVALID':
        return toInvalidInput(result);
    }
  },

  async updateCourse(_parent, { input }, { viewer, courseService }) {
    const { title, summary, expectedVersion } = input;
    const courseId = parseId(CourseId, 'input.courseId', input.courseId);
    const change = { ...(title == null ? {} : { title }), ...(summary == null ? {} : { summary }) };
    const result = await courseService.update(viewer, courseId, expectedVersion, change);
    switch (result.outcome) {
      case 'UPDATED':
        return { __typename: 'UpdateCourseSuccess', course: result.course };
      case 'CONFLICT':
        return toCourseConflict(result, expectedVersion);
      case 'INVALID':
        return toInvalidInput(result);
    }
  },

  async publishCourse(_parent, { input }, { viewer, courseService }) {
    const courseId = parseId(CourseId, 'input.courseId', input.courseId);
    const result = await courseService.publish(viewer, courseId, input.expectedVersion);
    switch (result.outcome) {
      case 'PUBLISHED':
        return { __typename: 'PublishCourseSuccess', course: result.course };
      case 'CONFLICT':
        return toCourseConflict(result, input.expectedVersion);
      case 'WITHOUT_LESSONS':
        return toWithoutLessons();
    }
  },
};

const courseFields: ResolversFor<CourseResolvers, GeneratedCourse, Course> = {
  __resolveReference: ({ id }, { loaders }) => loaders.courses.load(parseId(CourseId, 'id', id)),
  status: (course) => statusOf(course),
  instructor: ({ instructorId }) => ({ id: instructorId }),
  chapters: async ({ id }, _args, { loaders }) => (await loaders.outlines.load(id)).chapters,
  lessonCount: ({ id }, _args, { loaders }) => loaders.lessonCounts.load(id),
  async enrolments(course, args, { loaders }) {
    const page = readIdPage(EnrolmentId, args);
    const rows = await loaders.enrolmentPages(page).load(course);
    return toCountedConnection(rows, page, () => loaders.enrolmentCounts.load(course.id));
  },
  myEnrolment: ({ id }, _args, { loaders }) => loaders.myEnrolments.load(id),
};

const myCoursesFields: ResolversFor<MyCoursesResolvers, GeneratedMyCourses, Person> = {
  teaching: (viewer, args, { courseService }) => courseService.findTaught(viewer, readIdPage(CourseId, args)),
  taking: ({ userId }, args, { enrolmentService }) => enrolmentService.findTaken(userId, readIdPage(EnrolmentId, args)),
};

export const courseResolvers: Resolvers = {
  Query: queries,
  Mutation: mutations,
  Course: courseFields,
  MyCourses: myCoursesFields,
};

function readFilter({ titleContains, instructorId }: CourseFilter): CatalogueFilter {
  const fault =
    titleContains == null ? null : checkText('filter.titleContains', 'The text', titleContains, titleLength);
  if (fault) throw badUserInput(fault.field, fault.message);
  return {
    titleContains: titleContains ?? null,
    instructorId: instructorId == null ? null : parseId(UserId, 'filter.instructorId', instructorId),
  };
}
