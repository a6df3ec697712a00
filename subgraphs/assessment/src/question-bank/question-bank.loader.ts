import type { Viewer } from '@lyceum/auth';
import type { QuestionBankId } from '@lyceum/contracts';
import { batch, byId } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { questions } from '../question/question.repository.ts';
import type { QuestionBankService } from './question-bank.service.ts';
import type { QuestionBank } from './question-bank.ts';

/** Banks that the viewer may see; null for all others. */
export function createVisibleBankLoader(
  { manager }: DataSource,
  banks: QuestionBankService,
  viewer: Viewer | null,
): DataLoader<QuestionBankId, QuestionBank | null> {
  return batch(
    async (ids) => byId(await banks.findMany(manager, viewer, ids)),
    () => null,
  );
}

export function createQuestionCountLoader({ manager }: DataSource): DataLoader<QuestionBankId, number> {
  return batch(
    (bankIds) => questions.countByBank(manager, bankIds),
    () => 0,
  );
}
