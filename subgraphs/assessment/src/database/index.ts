import { AttemptEntity, AttemptItemEntity } from '../attempt/attempt.entity.ts';
import { ExamCandidateEntity, ExamEntity } from '../exam/exam.entity.ts';
import { GradeEntity } from '../grade/grade.entity.ts';
import { QuestionEntity, QuestionVersionEntity } from '../question/question.entity.ts';
import { QuestionBankEntity } from '../question-bank/question-bank.entity.ts';
import { RosterCourseEntity, RosterLearnerEntity } from '../roster/roster.entity.ts';
import { CreateAssessment1764000003000 } from './migrations/1764000003000-create-assessment.ts';
import { TraceGradeFeed1764000004000 } from './migrations/1764000004000-trace-grade-feed.ts';
import { PinCalculators1764000006000 } from './migrations/1764000006000-pin-calculators.ts';
import { CreateJobs1764000007000 } from './migrations/1764000007000-create-jobs.ts';

export const entities = [
  RosterCourseEntity,
  RosterLearnerEntity,
  QuestionBankEntity,
  QuestionEntity,
  QuestionVersionEntity,
  ExamEntity,
  ExamCandidateEntity,
  AttemptEntity,
  AttemptItemEntity,
  GradeEntity,
];
export const migrations = [
  CreateAssessment1764000003000,
  TraceGradeFeed1764000004000,
  PinCalculators1764000006000,
  CreateJobs1764000007000,
];
