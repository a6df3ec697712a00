import { QuestionBankId, QuestionId } from '@lyceum/contracts';
import {
  type CountedConnection,
  parseId,
  type ResolversFor,
  readIdPage,
  requireViewer,
  toCountedConnection,
  toInvalidInput,
} from '@lyceum/subgraph';
import type {
  QuestionBank as GeneratedBank,
  MutationResolvers,
  QueryResolvers,
  QuestionBankResolvers,
} from '../generated/resolvers.ts';
import type { Question } from '../question/question.ts';
import type { QuestionBank } from './question-bank.ts';

export type QuestionBankConnection = CountedConnection<QuestionBank>;
export type QuestionConnection = CountedConnection<Question>;

export const questionBankQueries: Pick<QueryResolvers, 'questionBank' | 'questionBanks'> = {
  questionBank: (_parent, { id }, { visibleBanks }) => visibleBanks.load(parseId(QuestionBankId, 'id', id)),
  async questionBanks(_parent, args, { banks, viewer }) {
    const page = readIdPage(QuestionBankId, args);
    const owner = requireViewer(viewer);
    return toCountedConnection(await banks.findOwn(owner, page), page, () => banks.countOwn(owner));
  },
};

export const questionBankMutations: Pick<MutationResolvers, 'createQuestionBank'> = {
  async createQuestionBank(_parent, { input }, { banks, viewer }) {
    const result = await banks.create(requireViewer(viewer), input.name);
    return result.outcome === 'CREATED'
      ? { __typename: 'CreateQuestionBankSuccess', bank: result.bank }
      : toInvalidInput(result);
  },
};

export const questionBankResolvers: ResolversFor<QuestionBankResolvers, GeneratedBank, QuestionBank> = {
  __resolveReference: ({ id }, { visibleBanks }) => visibleBanks.load(parseId(QuestionBankId, 'id', id)),
  owner: (bank) => ({ id: bank.ownerId }),
  questionCount: (bank, _args, { questionCounts }) => questionCounts({ category: null }).load(bank.id),
  async questions(bank, args, { questionPages, questionCounts }) {
    const category = args.category ?? null;
    const page = { ...readIdPage(QuestionId, args), category };
    return toCountedConnection(await questionPages(page).load(bank.id), page, () =>
      questionCounts({ category }).load(bank.id),
    );
  },
};
