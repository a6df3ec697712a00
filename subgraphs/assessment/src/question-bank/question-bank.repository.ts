import { repositoryOf } from '@lyceum/database';
import { QuestionBankEntity } from './question-bank.entity.ts';
import type { QuestionBank } from './question-bank.ts';

export const questionBanks = repositoryOf(QuestionBankEntity, (row): QuestionBank => ({ ...row }));
