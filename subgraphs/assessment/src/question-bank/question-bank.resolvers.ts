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
  Resolvers,
} from '../generated/resolvers.ts';
import type { QuestionBank } from './question-bank.ts';

export type QuestionBankConnection = CountedConnection<QuestionBank>;

const queries: Pick<QueryResolvers, 'questionBank' | 'questionBanks'> = {
  questionBank: (_parent, { id }, { loaders }) => loaders.banks.load(parseId(QuestionBankId, 'id', id)),
  async questionBanks(_parent, args, { bankService, viewer }) {
    const page = readIdPage(QuestionBankId, args);
    const owner = requireViewer(viewer);
    return toCountedConnection(await bankService.findOwn(owner, page), page, () => bankService.countOwn(owner));
  },
};

const mutations: Pick<MutationResolvers, 'createQuestionBank'> = {
  async createQuestionBank(_parent, { input }, { bankService, viewer }) {
    const result = await bankService.create(requireViewer(viewer), input.name);
    return result.outcome === 'CREATED'
      ? { __typename: 'CreateQuestionBankSuccess', bank: result.bank }
      : toInvalidInput(result);
  },
};

const bankFields: ResolversFor<QuestionBankResolvers, GeneratedBank, QuestionBank> = {
  __resolveReference: ({ id }, { loaders }) => loaders.banks.load(parseId(QuestionBankId, 'id', id)),
  owner: (bank) => ({ id: bank.ownerId }),
  questionCount: (bank, _args, { loaders }) => loaders.questionCounts({ category: null }).load(bank.id),
  async questions(bank, args, { loaders }) {
    const category = args.category ?? null;
    const page = { ...readIdPage(QuestionId, args), category };
    return toCountedConnection(await loaders.questionPages(page).load(bank.id), page, () =>
      loaders.questionCounts({ category }).load(bank.id),
    );
  },
};

export const bankResolvers: Resolvers = { Query: queries, Mutation: mutations, QuestionBank: bankFields };
