import { createHash } from 'node:crypto';
import type { Viewer } from '@lyceum/auth';
import { type Invalid, JobId, newId, type QuestionBankId } from '@lyceum/contracts';
import type { JobTable } from '@lyceum/jobs';
import { isFinished } from '@lyceum/jobs';
import type { LiveFeeds } from '@lyceum/live';
import { notFound } from '@lyceum/subgraph';
import { currentRequest } from '@lyceum/telemetry';
import type { DataSource, EntityManager } from 'typeorm';
import type { QuestionBankService } from '../question-bank/question-bank.service.ts';
import {
  checkFile,
  type ImportInput,
  type ImportJob,
  type ImportProgress,
  type ImportState,
  importBounds,
  newImport,
} from './question-import.ts';

export interface ImportRequest extends ImportInput {
  readonly bankId: QuestionBankId;
  readonly format: string;
  readonly idempotencyKey: string;
}

export type StartImportOutcome =
  | { readonly outcome: 'STARTED'; readonly job: ImportJob }
  | { readonly outcome: 'KEY_USED'; readonly job: ImportJob }
  | { readonly outcome: 'TOO_MANY'; readonly whose: 'YOURS' | 'ALL'; readonly most: number }
  | Invalid;

/** Milliseconds within which a small import usually ends, so that the caller gets its result at once. */
const waitMs = 1_000;

export class QuestionImportService {
  /** @param onAdded called after the commit; wakes the job runner */
  constructor(
    private readonly dataSource: DataSource,
    private readonly banks: QuestionBankService,
    private readonly jobs: JobTable<ImportInput, ImportState>,
    private readonly feeds: LiveFeeds<ImportProgress>,
    private readonly onAdded: () => void,
  ) {}

  /**
   * Starts an import, or returns the one started earlier with the same key; waits briefly for it to end.
   * @throws NOT_FOUND if the viewer may not see the bank
   */
  async start(viewer: Viewer, request: ImportRequest): Promise<StartImportOutcome> {
    if (!(await this.banks.find(viewer, request.bankId))) throw notFound('question bank', request.bankId);
    const fault = checkFile(request.text);
    if (fault) return fault;
    const started = await this.dataSource.transaction((manager) => this.startOnce(manager, viewer, request));
    if (started.outcome !== 'STARTED') return started;
    this.onAdded();
    return { outcome: 'STARTED', job: await this.waitFor(started.job) };
  }

  private async startOnce(manager: EntityManager, viewer: Viewer, request: ImportRequest): Promise<StartImportOutcome> {
    const { bankId, idempotencyKey, text, caseSensitive } = request;
    const inputHash = hashOf(request);
    await this.jobs.lockOwner(manager, viewer.userId);
    const known = await this.jobs.findByKey(manager, viewer.userId, idempotencyKey);
    if (known) return { outcome: known.inputHash === inputHash ? 'STARTED' : 'KEY_USED', job: known.job };
    const { ofOwner, ofAll } = await this.jobs.countUnfinished(manager, viewer.userId);
    if (ofOwner >= importBounds.ofOwner) return { outcome: 'TOO_MANY', whose: 'YOURS', most: importBounds.ofOwner };
    if (ofAll >= importBounds.ofAll) return { outcome: 'TOO_MANY', whose: 'ALL', most: importBounds.ofAll };
    const job = await this.jobs.add(manager, {
      id: newId(JobId),
      ownerId: viewer.userId,
      idempotencyKey,
      inputHash,
      input: { text, caseSensitive },
      state: newImport(bankId),
      traceparent: currentRequest()?.traceparent,
    });
    return { outcome: 'STARTED', job };
  }

  /** The job when it has ended, or its state at the time limit. */
  private async waitFor(job: ImportJob): Promise<ImportJob> {
    if (isFinished(job)) return job;
    let latest = job;
    const changes = this.feeds.subscribe(job.id, job.version, async (entries) => entries);
    const timer = setTimeout(() => void changes.return?.(), waitMs);
    try {
      for await (const change of changes) {
        latest = change.job;
        if (isFinished(latest)) break;
      }
    } finally {
      clearTimeout(timer);
    }
    return latest;
  }

  /** The imports among these that the viewer may see: their own; administrators see all. One statement. */
  async findMany(viewer: Viewer | null, ids: readonly JobId[]): Promise<ImportJob[]> {
    const found = await this.jobs.findMany(this.dataSource.manager, ids);
    return found.filter(({ ownerId }) => viewer !== null && (viewer.userId === ownerId || viewer.role === 'ADMIN'));
  }

  /**
   * The states of an import after a version, up to its end: some may be skipped, but never the last. Null: starts with
   * the current state.
   * @throws NOT_FOUND if the viewer may not see it
   */
  async follow(viewer: Viewer, id: JobId, after: number | null): Promise<AsyncIterableIterator<ImportProgress>> {
    const [job] = await this.findMany(viewer, [id]);
    if (!job) throw notFound('import', id);
    if (isFinished(job) && after === job.version) return nothing();
    return this.feeds.subscribe(id, after ?? 0, async (entries) => entries);
  }
}

async function* nothing(): AsyncGenerator<never, void, undefined> {}

function hashOf({ bankId, format, caseSensitive, text }: ImportRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([bankId, format, caseSensitive, text]))
    .digest('hex');
}
