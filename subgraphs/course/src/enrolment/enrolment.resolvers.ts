import { CourseId, EnrolmentId, LessonId } from '@lyceum/contracts';
import { parseId, type ResolversFor, requireFound } from '@lyceum/subgraph';
import type {
  EnrolmentResolvers,
  Enrolment as GeneratedEnrolment,
  Progress as GeneratedProgress,
  MutationResolvers,
  ProgressResolvers,
  Resolvers,
} from '../generated/resolvers.ts';
import { type Enrolment, type Progress, percentageOf } from './enrolment.ts';

const mutations: Pick<MutationResolvers, 'enrol' | 'completeLesson'> = {
  async enrol(_parent, { input }, { viewer, enrolmentService }) {
    const result = await enrolmentService.enrol(viewer, parseId(CourseId, 'input.courseId', input.courseId));
    switch (result.outcome) {
      case 'ENROLLED':
        return { __typename: 'EnrolSuccess', enrolment: result.enrolment };
      case 'NOT_OPEN':
        return {
          __typename: 'CourseNotOpen',
          message: 'This course is a draft: enrolment opens when it is published.',
        };
    }
  },

  async completeLesson(_parent, { input }, { viewer, enrolmentService }) {
    const result = await enrolmentService.completeLesson(viewer, parseId(LessonId, 'input.lessonId', input.lessonId));
    switch (result.outcome) {
      case 'COMPLETED':
        return { __typename: 'CompleteLessonSuccess', enrolment: result.enrolment };
      case 'NOT_ENROLLED':
        return {
          __typename: 'NotEnrolled',
          message: `Only learners of “${result.course.title}” can complete its lessons: enrol first.`,
          course: result.course,
        };
    }
  },
};

const enrolmentFields: ResolversFor<EnrolmentResolvers, GeneratedEnrolment, Enrolment> = {
  __resolveReference: ({ id }, { loaders }) => loaders.enrolments.load(parseId(EnrolmentId, 'id', id)),
  course: async ({ courseId }, _args, { loaders }) =>
    requireFound(await loaders.courses.load(courseId), 'course', courseId),
  learner: ({ learnerId }) => ({ id: learnerId }),
  progress: ({ id }, _args, { loaders }) => loaders.progress.load(id),
};

const progressFields: ResolversFor<ProgressResolvers, GeneratedProgress, Progress> = {
  percentage: (progress) => percentageOf(progress),
};

export const enrolmentResolvers: Resolvers = {
  Mutation: mutations,
  Enrolment: enrolmentFields,
  Progress: progressFields,
};
