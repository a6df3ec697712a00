import { JobId } from '@lyceum/contracts';
import type { JobTable } from '@lyceum/jobs';
import type { FeedSource } from '@lyceum/live';
import type { DataSource } from 'typeorm';
import type { ImportInput, ImportProgress, ImportState } from './question-import.ts';

/** The feed of each import: its states, of which the newest supersedes all earlier ones. */
export function createImportFeed(
  { manager }: DataSource,
  jobs: JobTable<ImportInput, ImportState>,
): FeedSource<ImportProgress> {
  return {
    async read(id, after) {
      const job = await jobs.find(manager, JobId.parse(id));
      if (!job || job.version <= after) return [];
      return [{ version: job.version, job, ...(job.traceparent && { traceparent: job.traceparent }) }];
    },
    head: async (id) => (await jobs.find(manager, JobId.parse(id)))?.version ?? 0,
  };
}
