import type {
  AttemptId,
  CourseId,
  ExamId,
  GradeId,
  JobId,
  QuestionBankId,
  QuestionId,
  UserId,
} from '@lyceum/contracts';
import type { IdPage } from '@lyceum/database';
import type { BaseContext } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { AttemptService } from './attempt/attempt.service.ts';
import type { Attempt, AttemptItem } from './attempt/attempt.ts';
import type { ExamService } from './exam/exam.service.ts';
import type { Exam } from './exam/exam.ts';
import type { GradePage, GradeService } from './grade/grade.service.ts';
import type { Grade } from './grade/grade.ts';
import type { QuestionPage } from './question/question.repository.ts';
import type { Question, QuestionVersion } from './question/question.ts';
import type { QuestionBankService } from './question-bank/question-bank.service.ts';
import type { QuestionBank } from './question-bank/question-bank.ts';
import type { QuestionImportService } from './question-import/question-import.service.ts';
import type { ImportJob } from './question-import/question-import.ts';
import type { CourseRole } from './roster/roster.ts';

export interface Context extends BaseContext {
  readonly banks: QuestionBankService;
  readonly imports: QuestionImportService;
  readonly examService: ExamService;
  readonly attemptService: AttemptService;
  readonly gradeService: GradeService;

  /** What the viewer is in a course. */
  readonly courseRoles: DataLoader<CourseId, CourseRole>;
  readonly visibleBanks: DataLoader<QuestionBankId, QuestionBank | null>;
  readonly visibleImports: DataLoader<JobId, ImportJob | null>;
  readonly questionCounts: (of: { readonly category: string | null }) => DataLoader<QuestionBankId, number>;
  readonly questions: DataLoader<QuestionId, Question | null>;
  readonly questionPages: (page: QuestionPage) => DataLoader<QuestionBankId, Question[]>;
  readonly questionVersions: DataLoader<{ questionId: QuestionId; version: number }, QuestionVersion>;
  readonly exams: DataLoader<ExamId, Exam | null>;
  readonly courseExams: DataLoader<CourseId, Exam[]>;
  readonly attempts: DataLoader<AttemptId, Attempt | null>;
  readonly myAttempts: DataLoader<ExamId, Attempt[]>;
  readonly attemptPages: (page: IdPage<AttemptId>) => DataLoader<ExamId, Attempt[]>;
  readonly attemptCounts: DataLoader<ExamId, number>;
  readonly items: DataLoader<AttemptId, AttemptItem[]>;
  readonly grades: DataLoader<GradeId, Grade | null>;
  readonly gradePages: (page: IdPage<GradeId>) => DataLoader<CourseId, GradePage>;
  readonly gradeCounts: DataLoader<CourseId, number>;
  readonly learnerGrades: DataLoader<{ courseId: CourseId; learnerId: UserId }, Grade[]>;

  /** The database's clock; one statement a request, however often it is asked. */
  now(): Promise<Date>;
}
