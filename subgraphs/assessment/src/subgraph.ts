import { CourseId, GradeChanged } from '@lyceum/contracts';
import { databaseNow } from '@lyceum/database';
import { LiveFeeds } from '@lyceum/live';
import { defineSubgraph, loadTypeDefs } from '@lyceum/subgraph';
import {
  createAttemptCountLoader,
  createAttemptLoader,
  createAttemptPageLoaders,
  createItemsLoader,
  createMyAttemptsLoader,
} from './attempt/attempt.loader.ts';
import { AttemptService } from './attempt/attempt.service.ts';
import { watchDeadlines } from './attempt/deadline-watch.ts';
import type { Context } from './context.ts';
import { entities, migrations } from './database/index.ts';
import { createCourseExamsLoader, createExamLoader } from './exam/exam.loader.ts';
import { ExamService } from './exam/exam.service.ts';
import {
  createGradeCountLoader,
  createGradeLoader,
  createGradePageLoaders,
  createLearnerGradesLoader,
} from './grade/grade.loader.ts';
import { gradeFeed } from './grade/grade.repository.ts';
import { GradeService } from './grade/grade.service.ts';
import type { GradeFeedEntry } from './grade/grade.ts';
import { JobTable } from './job/job.repository.ts';
import { JobRunner } from './job/job-runner.ts';
import {
  createQuestionLoader,
  createQuestionPageLoaders,
  createQuestionVersionLoader,
} from './question/question.loader.ts';
import { createQuestionCountLoaders, createVisibleBankLoader } from './question-bank/question-bank.loader.ts';
import { QuestionBankService } from './question-bank/question-bank.service.ts';
import { createImportFeed } from './question-import/import-feed.ts';
import { ImportWorker } from './question-import/import-worker.ts';
import { createVisibleImportLoader } from './question-import/question-import.loader.ts';
import { QuestionImportService } from './question-import/question-import.service.ts';
import type { ImportInput, ImportProgress, ImportState } from './question-import/question-import.ts';
import { resolvers } from './resolvers.ts';
import { createCourseRoleLoader } from './roster/course-role.loader.ts';
import { rosterConsumer } from './roster/roster.consumers.ts';
import { RosterService } from './roster/roster.service.ts';

/** What people can do: question banks, exams, attempts, grades. */
export const assessment = defineSubgraph<Context>({
  name: 'assessment',
  typeDefs: loadTypeDefs(new URL('../src/', import.meta.url)),
  resolvers,
  entities,
  migrations,
  consumers: [rosterConsumer],
  setup({ dataSource, outbox, log, tracer }) {
    const feeds = new LiveFeeds<GradeFeedEntry>({
      read: (courseId, after, limit) => gradeFeed.read(dataSource.manager, CourseId.parse(courseId), after, limit),
      head: (courseId) => gradeFeed.head(dataSource.manager, CourseId.parse(courseId)),
    });
    const roster = new RosterService();
    const banks = new QuestionBankService(dataSource);
    const examService = new ExamService(dataSource, outbox, roster, banks);
    const gradeService = new GradeService(dataSource, roster, feeds);
    const attemptService = new AttemptService(dataSource, outbox, roster, gradeService, tracer, (courseId) =>
      feeds.wake(courseId),
    );
    const jobs = new JobTable<ImportInput, ImportState>('question-import');
    const importFeeds = new LiveFeeds<ImportProgress>(createImportFeed(dataSource, jobs));
    const worker = new ImportWorker({ dataSource, jobs, log, tracer, onChanged: ({ id }) => importFeeds.wake(id) });
    const runner = new JobRunner({
      claim: () => jobs.claim(dataSource.manager),
      run: (job, signal) => worker.run(job, signal),
      log,
    });
    const imports = new QuestionImportService(dataSource, banks, jobs, importFeeds, () => runner.wake());
    const deadlines = watchDeadlines(attemptService, log);

    return {
      createContext(base) {
        let now: Promise<Date> | undefined;
        const visibleBanks = createVisibleBankLoader(dataSource, banks, base.viewer);
        return {
          ...base,
          banks,
          imports,
          examService,
          attemptService,
          gradeService,
          courseRoles: createCourseRoleLoader(dataSource, base.viewer),
          visibleBanks,
          visibleImports: createVisibleImportLoader(imports, base.viewer),
          questionCounts: createQuestionCountLoaders(dataSource),
          questions: createQuestionLoader(dataSource, visibleBanks),
          questionPages: createQuestionPageLoaders(dataSource),
          questionVersions: createQuestionVersionLoader(dataSource),
          exams: createExamLoader(dataSource),
          courseExams: createCourseExamsLoader(dataSource),
          attempts: createAttemptLoader(dataSource),
          myAttempts: createMyAttemptsLoader(dataSource, base.viewer),
          attemptPages: createAttemptPageLoaders(dataSource),
          attemptCounts: createAttemptCountLoader(dataSource),
          items: createItemsLoader(dataSource),
          grades: createGradeLoader(dataSource),
          gradePages: createGradePageLoaders(gradeService, base.viewer),
          gradeCounts: createGradeCountLoader(gradeService, base.viewer),
          learnerGrades: createLearnerGradesLoader(dataSource),
          now: () => {
            now ??= databaseNow(dataSource.manager);
            return now;
          },
        };
      },
      broadcast: {
        topics: [GradeChanged.topic],
        async handle(envelopes) {
          const changes = envelopes.map(({ data }) => GradeChanged.payload.safeParse(data));
          for (const courseId of new Set(changes.flatMap(({ data }) => data?.courseId ?? []))) feeds.wake(courseId);
        },
      },
      async stop() {
        feeds.stop();
        importFeeds.stop();
        await Promise.all([deadlines.stop(), runner.stop()]);
      },
    };
  },
});
