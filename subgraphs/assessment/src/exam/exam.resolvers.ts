import { AttemptId, CourseId, ExamId, ExamSectionId, QuestionBankId } from '@lyceum/contracts';
import {
  parseId,
  type ResolversFor,
  readIdPage,
  requireViewer,
  toConflict,
  toCountedConnection,
  toInvalidInput,
} from '@lyceum/subgraph';
import type {
  CourseResolvers,
  ExamResolvers,
  ExamSectionInput,
  ExamSectionResolvers,
  Exam as GeneratedExam,
  ExamSection as GeneratedSection,
  MutationResolvers,
  QueryResolvers,
  Resolvers,
} from '../generated/resolvers.ts';
import type { ExamService } from './exam.service.ts';
import { type Exam, type ExamPlan, type ExamSection, type ExamSectionPlan, totalPoints } from './exam.ts';

const queries: Pick<QueryResolvers, 'exam'> = {
  exam: (_parent, { id }, { loaders }) => loaders.exams.load(parseId(ExamId, 'id', id)),
};

const mutations: Pick<MutationResolvers, 'createExam' | 'updateExam' | 'publishExam'> = {
  async createExam(_parent, { input }, { examService, viewer }) {
    const plan: ExamPlan = {
      title: input.title,
      timeLimitSeconds: input.timeLimitSeconds ?? null,
      opensAt: input.opensAt ?? null,
      closesAt: input.closesAt ?? null,
      attemptsAllowed: input.attemptsAllowed,
      sections: input.sections.map(readSection),
    };
    const courseId = parseId(CourseId, 'input.courseId', input.courseId);
    const result = await examService.create(requireViewer(viewer), courseId, plan);
    return result.outcome === 'CREATED'
      ? { __typename: 'CreateExamSuccess', exam: result.exam }
      : toInvalidInput(result);
  },

  async updateExam(_parent, { input }, { examService, viewer }) {
    const { title, timeLimitSeconds, opensAt, closesAt, attemptsAllowed, sections } = input;
    const changes: Partial<ExamPlan> = {
      ...(title == null ? {} : { title }),
      ...(timeLimitSeconds === undefined ? {} : { timeLimitSeconds }),
      ...(opensAt === undefined ? {} : { opensAt }),
      ...(closesAt === undefined ? {} : { closesAt }),
      ...(attemptsAllowed == null ? {} : { attemptsAllowed }),
      ...(sections == null ? {} : { sections: sections.map(readSection) }),
    };
    const examId = parseId(ExamId, 'input.examId', input.examId);
    const result = await examService.update(requireViewer(viewer), examId, input.expectedVersion, changes);
    switch (result.outcome) {
      case 'UPDATED':
        return { __typename: 'UpdateExamSuccess', exam: result.exam };
      case 'INVALID':
        return toInvalidInput(result);
      default:
        return refusal(result, input.expectedVersion);
    }
  },

  async publishExam(_parent, { input }, { examService, viewer }) {
    const examId = parseId(ExamId, 'input.examId', input.examId);
    const result = await examService.publish(requireViewer(viewer), examId, input.expectedVersion);
    switch (result.outcome) {
      case 'PUBLISHED':
        return { __typename: 'PublishExamSuccess', exam: result.exam };
      case 'INVALID':
        return toInvalidInput(result);
      case 'NOT_ENOUGH_QUESTIONS': {
        const { section, wanted, available } = result;
        const from = section.category === null ? '' : ` from the category "${section.category}"`;
        const message = `Section "${section.title}" draws ${wanted} questions${from}, but only ${available} are available.`;
        return { __typename: 'NotEnoughQuestions', message, section, wanted, available };
      }
      default:
        return refusal(result, input.expectedVersion);
    }
  },
};

function refusal(
  result: Extract<Awaited<ReturnType<ExamService['update']>>, { outcome: 'CONFLICT' | 'ALREADY_PUBLISHED' }>,
  yours: number,
) {
  if (result.outcome === 'ALREADY_PUBLISHED') {
    const message = 'The exam is published and can no longer be changed, since learners may be taking it.';
    return { __typename: 'ExamAlreadyPublished' as const, message, exam: result.exam };
  }
  return toConflict('ExamConflict', result, { what: 'exam', expectedVersion: yours, yours });
}

function readSection(section: ExamSectionInput, index: number): ExamSectionPlan {
  return {
    id: section.id == null ? null : parseId(ExamSectionId, `input.sections.${index}.id`, section.id),
    title: section.title,
    bankId: parseId(QuestionBankId, `input.sections.${index}.bankId`, section.bankId),
    category: section.category ?? null,
    drawCount: section.drawCount,
    pointsPerItem: section.pointsPerItem,
    shuffleItems: section.shuffleItems,
  };
}

const examFields: ResolversFor<ExamResolvers, GeneratedExam, Exam> = {
  __resolveReference: ({ id }, { loaders }) => loaders.exams.load(parseId(ExamId, 'id', id)),
  course: (exam) => ({ id: exam.courseId }),
  totalPoints: (exam) => totalPoints(exam),
  myAttempts: (exam, _args, { loaders }) => loaders.myAttempts.load(exam.id),
  async attempts(exam, args, { loaders }) {
    const page = readIdPage(AttemptId, args);
    const rows = await loaders.attemptPages(page).load(exam);
    return toCountedConnection(rows, page, () => loaders.attemptCounts.load(exam.id));
  },
};

const sectionFields: ResolversFor<ExamSectionResolvers, GeneratedSection, ExamSection> = {
  bank: ({ bankId }, _args, { loaders }) => loaders.banks.load(bankId),
  category: async ({ bankId, category }, _args, { loaders }) => ((await loaders.banks.load(bankId)) ? category : null),
};

const courseFields: Pick<CourseResolvers, 'exams'> = {
  exams: ({ id }, _args, { loaders }) => loaders.courseExams.load(parseId(CourseId, 'id', id)),
};

export const examResolvers: Resolvers = {
  Query: queries,
  Mutation: mutations,
  Exam: examFields,
  ExamSection: sectionFields,
  Course: courseFields,
};
