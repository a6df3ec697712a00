import type { QuestionId } from '@lyceum/contracts';
import { batch } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { questions } from './question.repository.ts';
import { type QuestionVersion, versionKey } from './question.ts';

type Key = { readonly questionId: QuestionId; readonly version: number };

/** What questions said at the versions that items refer to. */
export function createQuestionVersionLoader({ manager }: DataSource): DataLoader<Key, QuestionVersion> {
  return batch<Key, QuestionVersion, never>(
    async (keys) => new Map((await questions.findVersions(manager, keys)).map((said) => [versionKey(said), said])),
    (key) => {
      throw new Error(`There is no question version ${versionKey(key)}.`);
    },
    versionKey,
  );
}
