import type { QuestionBankId } from '@lyceum/contracts';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { questions } from '../question/question.repository.ts';

export function createQuestionCountLoader(dataSource: DataSource): DataLoader<QuestionBankId, number> {
  return new DataLoader(async (bankIds) => {
    const counts = await questions.countByBank(dataSource.manager, bankIds);
    return bankIds.map((bankId) => counts.get(bankId) ?? 0);
  });
}
