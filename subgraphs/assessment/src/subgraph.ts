import { jobsPart } from '@lyceum/jobs';
import { rosterPart } from '@lyceum/roster';
import { defineSubgraph, loadTypeDefs } from '@lyceum/subgraph';
import { attemptResolvers } from './attempt/attempt.resolvers.ts';
import { watchDeadlines } from './attempt/deadline-watch.ts';
import { entities, migrations } from './database/index.ts';
import { examResolvers } from './exam/exam.resolvers.ts';
import { gradeFeed } from './grade/grade.feed.ts';
import { gradeResolvers } from './grade/grade.resolvers.ts';
import { createLoaders } from './loaders.ts';
import { questionResolvers } from './question/question.resolvers.ts';
import { bankResolvers } from './question-bank/question-bank.resolvers.ts';
import { importResolvers } from './question-import/question-import.resolvers.ts';
import { createServices } from './services.ts';

/** What people can do: question banks, exams, attempts, grades. */
export const assessment = defineSubgraph({
  name: 'assessment',
  port: 4003,
  typeDefs: loadTypeDefs(new URL('../src/', import.meta.url)),
  resolvers: [bankResolvers, questionResolvers, importResolvers, examResolvers, attemptResolvers, gradeResolvers],
  entities,
  migrations,
  parts: [rosterPart, jobsPart],
  feeds: [gradeFeed],
  services: createServices,
  loaders: createLoaders,
  background(runtime, { attemptService, importFeeds, importRunner }) {
    const deadlines = watchDeadlines(attemptService, runtime.log);
    return {
      async stop() {
        importFeeds.stop();
        await Promise.all([deadlines.stop(), importRunner.stop()]);
      },
    };
  },
});
