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
import type {
  CourseResolvers,
  GradeChange as GeneratedChange,
  Grade as GeneratedGrade,
  GradeChangeResolvers,
  GradeResolvers,
  Resolvers,
  SubscriptionResolvers,
  UserResolvers,
} from '../generated/resolvers.ts';
import type { GradeChange } from './grade.service.ts';
import type { Grade } from './grade.ts';

export type GradeConnection = CountedConnection<Grade> & { readonly feedCursor: string };

const gradeFields: ResolversFor<GradeResolvers, GeneratedGrade, Grade> = {
  __resolveReference: ({ id }, { loaders }) => loaders.grades.load(parseId(GradeId, 'id', id)),
  learner: ({ learnerId }) => ({ id: learnerId }),
  course: ({ courseId }) => ({ id: courseId }),
  exam: ({ examId }, _args, { loaders }) => loaders.knownExams.load(examId),
  attempt: ({ attemptId }, _args, { loaders }) => loaders.knownAttempts.load(attemptId),
};

const courseFields: Pick<CourseResolvers, 'grades'> = {
  async grades({ id }, args, { loaders }) {
    const courseId = parseId(CourseId, 'id', id);
    const page = readIdPage(GradeId, args);
    const { rows, feedVersion } = await loaders.gradePages(page).load(courseId);
    const connection = toCountedConnection(rows, page, () => loaders.gradeCounts.load(courseId));
    return { ...connection, feedCursor: encodeFeedCursor(courseId, feedVersion) };
  },
};

const userFields: UserResolvers = {
  grades: ({ id }, args, { loaders }) =>
    loaders.learnerGrades.load({
      learnerId: parseId(UserId, 'id', id),
      courseId: parseId(CourseId, 'courseId', args.courseId),
    }),
};

const changeFields: ResolversFor<GradeChangeResolvers, GeneratedChange, GradeChange> = {
  cursor: ({ key, version }) => encodeFeedCursor(key, version),
  course: ({ key }) => ({ id: key }),
  learner: ({ value }) => ({ id: value.learnerId }),
  grade: ({ value }) => value,
};

const subscriptions: Pick<SubscriptionResolvers, 'gradeChanged'> = {
  gradeChanged: {
    async subscribe(_parent, args, { gradeService, viewer }) {
      const courseId = parseId(CourseId, 'courseId', args.courseId);
      const after = readFeedCursor(courseId, args.after);
      return feedEvents('gradeChanged', await gradeService.follow(requireViewer(viewer), courseId, after));
    },
  },
};

export const gradeResolvers: Resolvers = {
  Subscription: subscriptions,
  Grade: gradeFields,
  Course: courseFields,
  User: userFields,
  GradeChange: changeFields,
};
