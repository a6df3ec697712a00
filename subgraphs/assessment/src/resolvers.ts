import { connectionResolvers } from '@lyceum/subgraph';
import {
  attemptItemResolvers,
  attemptMutations,
  attemptQueries,
  attemptResolvers,
  itemChoicesResolvers,
} from './attempt/attempt.resolvers.ts';
import {
  courseExamResolvers,
  examMutations,
  examQueries,
  examResolvers,
  examSectionResolvers,
} from './exam/exam.resolvers.ts';
import type { Resolvers } from './generated/resolvers.ts';
import {
  courseGradeResolvers,
  gradeChangeResolvers,
  gradeResolvers,
  gradeSubscriptions,
  userResolvers,
} from './grade/grade.resolvers.ts';
import { questionContentResolvers, questionResolvers } from './question/question.resolvers.ts';
import {
  questionBankMutations,
  questionBankQueries,
  questionBankResolvers,
} from './question-bank/question-bank.resolvers.ts';
import {
  importJobResolvers,
  importMutations,
  importProgressResolvers,
  importQueries,
  importSubscriptions,
} from './question-import/question-import.resolvers.ts';

export const resolvers: Resolvers = {
  Query: { ...questionBankQueries, ...importQueries, ...examQueries, ...attemptQueries },
  Mutation: { ...questionBankMutations, ...importMutations, ...examMutations, ...attemptMutations },
  Subscription: { ...gradeSubscriptions, ...importSubscriptions },
  QuestionBank: questionBankResolvers,
  QuestionBankConnection: connectionResolvers,
  QuestionConnection: connectionResolvers,
  ImportJob: importJobResolvers,
  ImportProgress: importProgressResolvers,
  Question: questionResolvers,
  QuestionContent: questionContentResolvers,
  Exam: examResolvers,
  ExamSection: examSectionResolvers,
  Attempt: attemptResolvers,
  AttemptConnection: connectionResolvers,
  AttemptItem: attemptItemResolvers,
  ItemChoices: itemChoicesResolvers,
  Grade: gradeResolvers,
  GradeConnection: connectionResolvers,
  GradeChange: gradeChangeResolvers,
  Course: { ...courseExamResolvers, ...courseGradeResolvers },
  User: userResolvers,
};
