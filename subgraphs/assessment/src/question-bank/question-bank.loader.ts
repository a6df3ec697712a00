import type { QuestionBankId } from '@lyceum/contracts';
import { batch } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { questions } from '../question/question.repository.ts';

export function createQuestionCountLoader({ manager }: DataSource): DataLoader<QuestionBankId, number> {
  return batch(
    (bankIds) => questions.countByBank(manager, bankIds),
    () => 0,
  );
}
