import type { Viewer } from '@lyceum/auth';
import type { QuestionBankId } from '@lyceum/contracts';
import { batch, byId } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { QuestionBankService } from './question-bank.service.ts';
import type { QuestionBank } from './question-bank.ts';

/** Banks that the viewer may see; null for all others. */
export function createBankLoader(
  { manager }: DataSource,
  banks: QuestionBankService,
  viewer: Viewer | null,
): DataLoader<QuestionBankId, QuestionBank | null> {
  return batch(
    async (ids) => byId(await banks.findMany(manager, viewer, ids)),
    () => null,
  );
}
