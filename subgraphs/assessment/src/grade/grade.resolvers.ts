import { CourseId, GradeId, UserId } from '@lyceum/contracts';
import {
  type CountedConnection,
  encodeFeedCursor,
  feedEvents,
  parseId,
  type ResolversFor,
  readFeedCursor,
  readIdPage,
  requireViewer,
  toCountedConnection,
} from '@lyceum/subgraph';
import type { Context } from '../context.ts';
import type {
  CourseResolvers,
  GradeChange as GeneratedChange,
  Grade as GeneratedGrade,
  GradeChangeResolvers,
  GradeResolvers,
  SubscriptionResolvers,
  UserResolvers,
} from '../generated/resolvers.ts';
import type { Grade, GradeFeedEntry } from './grade.ts';

export type GradeConnection = CountedConnection<Grade> & { readonly feedCursor: string };

/** Grades are for the learner and for those who teach the course. */
async function maySee(courseId: CourseId, learnerId: UserId, { viewer, courseRoles }: Context): Promise<boolean> {
  return viewer?.userId === learnerId || (await courseRoles.load(courseId)) === 'STAFF';
}

export const gradeResolvers: ResolversFor<GradeResolvers, GeneratedGrade, Grade> = {
  async __resolveReference({ id }, context) {
    const grade = await context.grades.load(parseId(GradeId, 'id', id));
    return grade && (await maySee(grade.courseId, grade.learnerId, context)) ? grade : null;
  },
  learner: ({ learnerId }) => ({ id: learnerId }),
  course: ({ courseId }) => ({ id: courseId }),
  async exam({ examId }, _args, { exams }) {
    return (await exams.load(examId)) ?? Promise.reject(new Error(`Exam ${examId} has gone.`));
  },
  async attempt({ attemptId }, _args, { attempts }) {
    return (await attempts.load(attemptId)) ?? Promise.reject(new Error(`Attempt ${attemptId} has gone.`));
  },
};

export const courseGradeResolvers: Pick<CourseResolvers, 'grades'> = {
  async grades({ id }, args, { gradePages, gradeCounts }) {
    const courseId = parseId(CourseId, 'id', id);
    const page = readIdPage(GradeId, args);
    const { rows, feedVersion } = await gradePages(page).load(courseId);
    const connection = toCountedConnection(rows, page, () => gradeCounts.load(courseId));
    return { ...connection, feedCursor: encodeFeedCursor(courseId, feedVersion) };
  },
};

export const userResolvers: UserResolvers = {
  async grades({ id }, args, context) {
    const learnerId = parseId(UserId, 'id', id);
    const courseId = parseId(CourseId, 'courseId', args.courseId);
    if (!(await maySee(courseId, learnerId, context))) return [];
    return context.learnerGrades.load({ courseId, learnerId });
  },
};

export const gradeChangeResolvers: ResolversFor<GradeChangeResolvers, GeneratedChange, GradeFeedEntry> = {
  cursor: ({ courseId, version }) => encodeFeedCursor(courseId, version),
  course: ({ courseId }) => ({ id: courseId }),
  learner: ({ learnerId }) => ({ id: learnerId }),
};

export const gradeSubscriptions: Pick<SubscriptionResolvers, 'gradeChanged'> = {
  gradeChanged: {
    async subscribe(_parent, args, { gradeService, viewer }) {
      const courseId = parseId(CourseId, 'courseId', args.courseId);
      const after = readFeedCursor(courseId, args.after);
      return feedEvents('gradeChanged', await gradeService.follow(requireViewer(viewer), courseId, after));
    },
  },
};
