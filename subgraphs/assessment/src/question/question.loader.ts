import type { QuestionId } from '@lyceum/contracts';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { questions } from './question.repository.ts';
import { type QuestionVersion, versionKey } from './question.ts';

type Key = { readonly questionId: QuestionId; readonly version: number };

/** What questions said at the versions that items refer to. */
export function createQuestionVersionLoader(dataSource: DataSource): DataLoader<Key, QuestionVersion, string> {
  return new DataLoader(
    async (keys) => {
      const found = await questions.findVersions(dataSource.manager, keys);
      const byKey = new Map(found.map((version) => [versionKey(version), version]));
      return keys.map((key) => byKey.get(versionKey(key)) ?? new Error(`There is no version ${versionKey(key)}.`));
    },
    { cacheKeyFn: versionKey },
  );
}
