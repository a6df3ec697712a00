import type { QuestionBankId, QuestionId } from '@lyceum/contracts';
import { batch, batchPages, loadVisible } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { QuestionBank } from '../question-bank/question-bank.ts';
import { type QuestionPage, questions } from './question.repository.ts';
import { type Question, type QuestionVersion, versionKey } from './question.ts';

type Key = { readonly questionId: QuestionId; readonly version: number };

/** The question versions that items refer to. */
export function createQuestionVersionLoader({ manager }: DataSource): DataLoader<Key, QuestionVersion> {
  return batch<Key, QuestionVersion, never>(
    async (keys) => new Map((await questions.findVersions(manager, keys)).map((said) => [versionKey(said), said])),
    (key) => {
      throw new Error(`There is no question version ${versionKey(key)}.`);
    },
    versionKey,
  );
}

/** Questions of banks that the viewer may see; null for all others. */
export function createQuestionLoader(
  { manager }: DataSource,
  banks: DataLoader<QuestionBankId, QuestionBank | null>,
): DataLoader<QuestionId, Question | null> {
  return loadVisible(
    (ids) => questions.findMany(manager, ids),
    async ({ bankId }) => (await banks.load(bankId)) !== null,
  );
}

/** Pages of the questions of banks: check that the viewer may see the bank first. */
export function createQuestionPageLoaders({
  manager,
}: DataSource): (page: QuestionPage) => DataLoader<QuestionBankId, Question[]> {
  return batchPages(
    (bankIds, page) => questions.findPages(manager, bankIds, page),
    () => [],
  );
}

/** The number of questions of banks: in total, or in a category including its subcategories. */
export function createQuestionCountLoaders({
  manager,
}: DataSource): (of: { readonly category: string | null }) => DataLoader<QuestionBankId, number> {
  return batchPages(
    (bankIds, { category }) => questions.countByBank(manager, bankIds, category),
    () => 0,
  );
}
