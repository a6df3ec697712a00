import type { Viewer } from '@lyceum/auth';
import type { JobId } from '@lyceum/contracts';
import { batch, byId } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { QuestionImportService } from './question-import.service.ts';
import type { ImportJob } from './question-import.ts';

/** Imports by id; null if the viewer may see no such import. */
export function createImportLoader(
  imports: QuestionImportService,
  viewer: Viewer | null,
): DataLoader<JobId, ImportJob | null> {
  return batch(
    async (ids) => byId(await imports.findMany(viewer, ids)),
    () => null,
  );
}
