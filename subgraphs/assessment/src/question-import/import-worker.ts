import { newId, QuestionId } from '@lyceum/contracts';
import { isBusy, runAsOwner } from '@lyceum/database';
import type { ClaimedJob } from '@lyceum/jobs';
import { ClaimLost, createTimeSlices, type JobTable } from '@lyceum/jobs';
import { rightsChangedSince } from '@lyceum/subgraph';
import type { Logger, Tracer } from '@lyceum/telemetry';
import type { DataSource } from 'typeorm';
import { giftBlocks, type ReadQuestion, readBlock } from '../gift/parse-gift.ts';
import { questions } from '../question/question.repository.ts';
import { givenUp, type ImportInput, type ImportState, mostRuns, rightsChanged, takeMore } from './question-import.ts';

type ClaimedImport = ClaimedJob<ImportInput, ImportState>;

/** Questions that are parsed and stored in one transaction. */
const batchSize = 250;
/** Seconds until a failed import is retried. */
const retryAfterSeconds = 2;

/** The rights of the person who requested the import have changed. */
class RightsChanged extends Error {
  override readonly name = 'RightsChanged';

  constructor(readonly state: ImportState) {
    super('The rights of the person who requested the import have changed.');
  }
}

export interface ImportWorkerOptions {
  readonly dataSource: DataSource;
  readonly jobs: JobTable<ImportInput, ImportState>;
  readonly log: Logger;
  readonly tracer: Tracer;
  /** Called after each commit. */
  onChanged(job: ClaimedImport): void;
}

/**
 * Parses the file of an import and stores its questions, batch by batch: each transaction stores the questions and the
 * position in the file that they reach, under the claim. A retry after a crash begins at that position, so no question
 * is stored twice or skipped.
 */
export class ImportWorker {
  constructor(private readonly options: ImportWorkerOptions) {}

  run(job: ClaimedImport, signal: AbortSignal): Promise<void> {
    const attributes = { 'lyceum.job.id': job.id, 'lyceum.job.runs': job.runs };
    const scope = job.traceparent && { scope: { requestId: job.id, traceparent: job.traceparent } };
    return runAsOwner(job.ownerId, () =>
      this.options.tracer.span('import questions', { attributes, ...scope }, () => this.runClaimed(job, signal)),
    );
  }

  private async runClaimed(job: ClaimedImport, signal: AbortSignal): Promise<void> {
    const { dataSource, jobs, log, onChanged } = this.options;
    onChanged(job);
    try {
      if (job.runs > mostRuns) {
        await jobs.finish(dataSource.manager, job, job.state, givenUp(job.state));
      } else if (!(await this.readFile(job, signal))) {
        await jobs.release(dataSource.manager, job, { afterSeconds: 0, counts: false });
      }
    } catch (error) {
      if (error instanceof ClaimLost) {
        log.warn({ jobId: job.id }, 'another instance has taken over an import');
        return;
      }
      if (error instanceof RightsChanged) {
        await jobs.finish(dataSource.manager, job, error.state, rightsChanged(error.state));
        return;
      }
      log.error({ err: error, jobId: job.id }, 'an import failed; will retry');
      await jobs.release(dataSource.manager, job, { afterSeconds: retryAfterSeconds, counts: !isBusy(error) });
    } finally {
      onChanged(job);
    }
  }

  /** True if the file was read to its end; false if the signal was aborted first. */
  private async readFile(job: ClaimedImport, signal: AbortSignal): Promise<boolean> {
    const pause = createTimeSlices();
    const { text } = job.input;
    const totalCount = job.state.totalCount ?? (await countBlocks(text, pause));
    let state: ImportState = { ...job.state, totalCount };
    const alreadyRead = state.readCount;

    let place = 0;
    let results: ReadQuestion[] = [];
    for (const block of giftBlocks(text)) {
      place += 1;
      if (place > alreadyRead) results.push(readBlock(block));
      await pause();
      if (results.length < batchSize) continue;
      state = await this.store(job, state, results, false);
      results = [];
      if (signal.aborted) return false;
    }
    await this.store(job, state, results, true);
    return true;
  }

  private async store(
    job: ClaimedImport,
    before: ImportState,
    results: readonly ReadQuestion[],
    isLast: boolean,
  ): Promise<ImportState> {
    const { dataSource, jobs, onChanged } = this.options;
    const { state, drafts } = takeMore(before, results, job.input.caseSensitive);
    await dataSource.transaction(async (manager) => {
      if (await rightsChangedSince(manager, job.ownerId, job.createdAt)) throw new RightsChanged(before);
      await (isLast ? jobs.finish(manager, job, state) : jobs.save(manager, job, state));
      await questions.add(
        manager,
        state.bankId,
        drafts.map((draft) => ({ id: newId(QuestionId), draft })),
      );
    });
    onChanged(job);
    return state;
  }
}

async function countBlocks(text: string, pause: () => Promise<void> | undefined): Promise<number> {
  let count = 0;
  for (const _block of giftBlocks(text)) {
    count += 1;
    await pause();
  }
  return count;
}
