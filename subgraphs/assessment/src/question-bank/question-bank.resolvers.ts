import { QuestionBankId, QuestionId } from '@lyceum/contracts';
import { parseId, type ResolversFor, readIdPage, requireViewer, toIdConnection } from '@lyceum/subgraph';
import type {
  QuestionBank as GeneratedBank,
  MutationResolvers,
  QueryResolvers,
  QuestionBankResolvers,
} from '../generated/resolvers.ts';
import type { QuestionBank } from './question-bank.ts';

export const questionBankQueries: Pick<QueryResolvers, 'questionBank' | 'questionBanks'> = {
  questionBank: (_parent, { id }, { visibleBanks }) => visibleBanks.load(parseId(QuestionBankId, 'id', id)),
  async questionBanks(_parent, args, { banks, viewer }) {
    const page = readIdPage(QuestionBankId, args);
    return toIdConnection(await banks.findOwn(requireViewer(viewer), page), page);
  },
};

export const questionBankMutations: Pick<MutationResolvers, 'createQuestionBank'> = {
  async createQuestionBank(_parent, { input }, { banks, viewer }) {
    const result = await banks.create(requireViewer(viewer), input.name);
    return result.outcome === 'CREATED'
      ? { __typename: 'CreateQuestionBankSuccess', bank: result.bank }
      : { __typename: 'InvalidInput', field: result.field, message: result.message };
  },
};

export const questionBankResolvers: ResolversFor<QuestionBankResolvers, GeneratedBank, QuestionBank> = {
  __resolveReference: ({ id }, { visibleBanks }) => visibleBanks.load(parseId(QuestionBankId, 'id', id)),
  owner: (bank) => ({ id: bank.ownerId }),
  questionCount: (bank, _args, { questionCounts }) => questionCounts.load(bank.id),
  async questions(bank, args, { questionPages }) {
    const page = { ...readIdPage(QuestionId, args), category: args.category ?? null };
    return toIdConnection(await questionPages(page).load(bank.id), page);
  },
};
