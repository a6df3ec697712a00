import { JobRunner, JobTable } from '@lyceum/jobs';
import { LiveFeeds } from '@lyceum/live';
import type { Runtime } from '@lyceum/subgraph';
import { AttemptService } from './attempt/attempt.service.ts';
import { ExamService } from './exam/exam.service.ts';
import { gradeFeed } from './grade/grade.feed.ts';
import { GradeService } from './grade/grade.service.ts';
import { QuestionBankService } from './question-bank/question-bank.service.ts';
import { createImportFeed } from './question-import/import-feed.ts';
import { ImportWorker } from './question-import/import-worker.ts';
import { QuestionImportService } from './question-import/question-import.service.ts';
import type { ImportInput, ImportProgress, ImportState } from './question-import/question-import.ts';

export function createServices(runtime: Runtime) {
  const { dataSource, outbox, log, tracer } = runtime;
  const bankService = new QuestionBankService(dataSource);
  const examService = new ExamService(dataSource, outbox, bankService);
  const gradeService = new GradeService(dataSource, runtime.openFeed(gradeFeed));
  const attemptService = new AttemptService(dataSource, outbox, gradeService, tracer);

  const jobs = new JobTable<ImportInput, ImportState>('question-import');
  const importFeeds = new LiveFeeds<ImportProgress>(createImportFeed(dataSource, jobs));
  const worker = new ImportWorker({ dataSource, jobs, log, tracer, onChanged: ({ id }) => importFeeds.wake(id) });
  const importRunner = new JobRunner({
    claim: () => jobs.claim(dataSource.manager),
    run: (job, signal) => worker.run(job, signal),
    log,
  });
  const importService = new QuestionImportService(dataSource, bankService, jobs, importFeeds, () =>
    importRunner.wake(),
  );
  return { bankService, examService, gradeService, attemptService, importService, importFeeds, importRunner };
}
