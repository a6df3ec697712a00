import { JobId, QuestionBankId } from '@lyceum/contracts';
import { isFinished } from '@lyceum/jobs';
import {
  encodeFeedCursor,
  feedEvents,
  parseId,
  type ResolversFor,
  readFeedCursor,
  readIdempotencyKey,
  requireViewer,
  toInvalidInput,
} from '@lyceum/subgraph';
import type {
  ImportJob as GeneratedJob,
  ImportProgress as GeneratedProgress,
  ImportJobResolvers,
  ImportProgressResolvers,
  MutationResolvers,
  QueryResolvers,
  Resolvers,
  SubscriptionResolvers,
} from '../generated/resolvers.ts';

import type { ImportJob, ImportProgress } from './question-import.ts';

const queries: Pick<QueryResolvers, 'importJob'> = {
  importJob: (_parent, { id }, { loaders }) => loaders.imports.load(parseId(JobId, 'id', id)),
};

const mutations: Pick<MutationResolvers, 'importQuestions'> = {
  async importQuestions(_parent, { input }, { importService, viewer }) {
    const idempotencyKey = readIdempotencyKey(input);
    const bankId = parseId(QuestionBankId, 'input.bankId', input.bankId);
    const result = await importService.start(requireViewer(viewer), { ...input, bankId, idempotencyKey });
    switch (result.outcome) {
      case 'STARTED':
        return { __typename: 'ImportQuestionsSuccess', job: result.job };
      case 'KEY_USED': {
        const message = 'This key was used for another import: use a new key for each import.';
        return { __typename: 'IdempotencyConflict', message, job: result.job };
      }
      case 'TOO_MANY': {
        const whose = result.whose === 'YOURS' ? 'of your imports' : 'imports of all people';
        const message = `${result.most} ${whose} are already waiting or running: send this one again when one has ended.`;
        return { __typename: 'TooManyImports', message, most: result.most };
      }
      case 'INVALID':
        return toInvalidInput(result);
    }
  },
};

const jobFields: ResolversFor<ImportJobResolvers, GeneratedJob, ImportJob> = {
  __resolveReference: ({ id }, { loaders }) => loaders.imports.load(parseId(JobId, 'id', id)),
  bank: ({ state }, _args, { loaders }) => loaders.banks.load(state.bankId),
  totalCount: ({ state }) => state.totalCount,
  readCount: ({ state }) => state.readCount,
  importedCount: ({ state }) => state.importedCount,
  rejectedCount: ({ state }) => state.rejectedCount,
  rejected: ({ state }) => state.rejected,
};

const progressFields: ResolversFor<ImportProgressResolvers, GeneratedProgress, ImportProgress> = {
  cursor: ({ job, version }) => encodeFeedCursor(job.id, version),
};

const subscriptions: Pick<SubscriptionResolvers, 'importProgressed'> = {
  importProgressed: {
    async subscribe(_parent, args, { importService, viewer }) {
      const jobId = parseId(JobId, 'jobId', args.jobId);
      const after = readFeedCursor(jobId, args.after);
      const progress = await importService.follow(requireViewer(viewer), jobId, after);
      return feedEvents('importProgressed', progress, ({ job }) => isFinished(job));
    },
  },
};

export const importResolvers: Resolvers = {
  Query: queries,
  Mutation: mutations,
  Subscription: subscriptions,
  ImportJob: jobFields,
  ImportProgress: progressFields,
};
