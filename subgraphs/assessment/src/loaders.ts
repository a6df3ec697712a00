import type { Viewer } from '@lyceum/auth';
import { databaseNow } from '@lyceum/database';
import { createCourseRoleLoader } from '@lyceum/roster';
import type { Runtime } from '@lyceum/subgraph';
import {
  createAttemptCountLoader,
  createAttemptLoader,
  createAttemptPageLoaders,
  createItemLoader,
  createKnownAttemptLoader,
  createMyAttemptLoader,
} from './attempt/attempt.loader.ts';
import { createCourseExamLoader, createExamLoader, createKnownExamLoader } from './exam/exam.loader.ts';
import {
  createGradeCountLoader,
  createGradeLoader,
  createGradePageLoaders,
  createLearnerGradeLoader,
} from './grade/grade.loader.ts';
import {
  createQuestionCountLoaders,
  createQuestionLoader,
  createQuestionPageLoaders,
  createQuestionVersionLoader,
} from './question/question.loader.ts';
import { createBankLoader } from './question-bank/question-bank.loader.ts';
import { createImportLoader } from './question-import/question-import.loader.ts';
import type { createServices } from './services.ts';

/** The loaders of one request, for its viewer. */
export function createLoaders(
  { dataSource }: Runtime,
  { bankService, gradeService, importService }: ReturnType<typeof createServices>,
  viewer: Viewer | null,
) {
  const courseRoles = createCourseRoleLoader(dataSource, viewer);
  const banks = createBankLoader(dataSource, bankService, viewer);
  let now: Promise<Date> | undefined;
  return {
    banks,
    imports: createImportLoader(importService, viewer),
    questionCounts: createQuestionCountLoaders(dataSource),
    questions: createQuestionLoader(dataSource, banks),
    questionPages: createQuestionPageLoaders(dataSource),
    questionVersions: createQuestionVersionLoader(dataSource),
    exams: createExamLoader(dataSource, courseRoles),
    knownExams: createKnownExamLoader(dataSource),
    courseExams: createCourseExamLoader(dataSource, courseRoles),
    attempts: createAttemptLoader(dataSource, viewer, courseRoles),
    knownAttempts: createKnownAttemptLoader(dataSource),
    myAttempts: createMyAttemptLoader(dataSource, viewer),
    attemptPages: createAttemptPageLoaders(dataSource, courseRoles),
    attemptCounts: createAttemptCountLoader(dataSource),
    items: createItemLoader(dataSource),
    grades: createGradeLoader(dataSource, viewer, courseRoles),
    gradePages: createGradePageLoaders(gradeService, viewer),
    gradeCounts: createGradeCountLoader(gradeService, viewer),
    learnerGrades: createLearnerGradeLoader(dataSource, viewer, courseRoles),
    /** The database's clock; one statement per request. */
    now: () => {
      now ??= databaseNow(dataSource.manager);
      return now;
    },
  };
}
