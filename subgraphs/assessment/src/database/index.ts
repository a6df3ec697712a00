import { AttemptEntity, AttemptItemEntity } from '../attempt/attempt.entity.ts';
import { ExamCandidateEntity, ExamEntity } from '../exam/exam.entity.ts';
import { GradeEntity } from '../grade/grade.entity.ts';
import { QuestionEntity, QuestionVersionEntity } from '../question/question.entity.ts';
import { QuestionBankEntity } from '../question-bank/question-bank.entity.ts';
import { CreateAssessment1764000003000 } from './migrations/1764000003000-create-assessment.ts';
import { TraceGradeFeed1764000004000 } from './migrations/1764000004000-trace-grade-feed.ts';
import { PinCalculators1764000006000 } from './migrations/1764000006000-pin-calculators.ts';
import { ShareRosterAndFeeds1764000008000 } from './migrations/1764000008000-share-roster-and-feeds.ts';

export const entities = [
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
  ShareRosterAndFeeds1764000008000,
];
