import { CourseId, checkText, EnrolmentId, UserId } from '@lyceum/contracts';
import { badUserInput, parseId, type ResolversFor, readIdPage, requireViewer, toInvalidInput } from '@lyceum/subgraph';
import type {
  CourseFilter,
  CourseResolvers,
  Course as GeneratedCourse,
  MyCourses as GeneratedMyCourses,
  MutationResolvers,
  MyCoursesResolvers,
  QueryResolvers,
} from '../generated/resolvers.ts';
import { requireStaff } from './course.access.ts';
import { type CatalogueFilter, type Course, type Person, statusOf, titleLength } from './course.ts';
import { toCourseConflict, toWithoutLessons } from './failures.ts';

export const courseQueries: Pick<QueryResolvers, 'course' | 'courses' | 'myCourses'> = {
  course: (_parent, { id }, { loaders }) => loaders.courses.load(parseId(CourseId, 'id', id)),
  courses: (_parent, args, { courses }) =>
    courses.findCatalogue(readFilter(args.filter ?? {}), readIdPage(CourseId, args)),
  myCourses: (_parent, _args, { viewer }) => requireViewer(viewer),
};

export const courseMutations: Pick<MutationResolvers, 'createCourse' | 'updateCourse' | 'publishCourse'> = {
  async createCourse(_parent, { input }, { viewer, courses }) {
    const result = await courses.create(viewer, input);
    switch (result.outcome) {
      case 'CREATED':
        return { __typename: 'CreateCourseSuccess', course: result.course };
      case 'INVALID':
        return toInvalidInput(result);
    }
  },

  async updateCourse(_parent, { input }, { viewer, courses }) {
    const { title, summary, expectedVersion } = input;
    const courseId = parseId(CourseId, 'input.courseId', input.courseId);
    const change = { ...(title == null ? {} : { title }), ...(summary == null ? {} : { summary }) };
    const result = await courses.update(viewer, courseId, expectedVersion, change);
    switch (result.outcome) {
      case 'UPDATED':
        return { __typename: 'UpdateCourseSuccess', course: result.course };
      case 'CONFLICT':
        return toCourseConflict(result, expectedVersion);
      case 'INVALID':
        return toInvalidInput(result);
    }
  },

  async publishCourse(_parent, { input }, { viewer, courses }) {
    const courseId = parseId(CourseId, 'input.courseId', input.courseId);
    const result = await courses.publish(viewer, courseId, input.expectedVersion);
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

export const courseResolvers: ResolversFor<CourseResolvers, GeneratedCourse, Course> = {
  __resolveReference: ({ id }, { loaders }) => loaders.courses.load(parseId(CourseId, 'id', id)),
  status: (course) => statusOf(course),
  instructor: ({ instructorId }) => ({ id: instructorId }),
  chapters: async ({ id }, _args, { loaders }) => (await loaders.outlines.load(id)).chapters,
  lessonCount: ({ id }, _args, { loaders }) => loaders.lessonCounts.load(id),
  enrolments: (course, args, { viewer, loaders }) => {
    requireStaff(course, requireViewer(viewer), 'course', course.id);
    return loaders.enrolmentPages(readIdPage(EnrolmentId, args)).load(course.id);
  },
  myEnrolment: ({ id }, _args, { loaders }) => loaders.myEnrolments.load(id),
};

export const myCoursesResolvers: ResolversFor<MyCoursesResolvers, GeneratedMyCourses, Person> = {
  teaching: (viewer, args, { courses }) => courses.findTaught(viewer, readIdPage(CourseId, args)),
  taking: ({ userId }, args, { enrolments }) => enrolments.findTaken(userId, readIdPage(EnrolmentId, args)),
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
