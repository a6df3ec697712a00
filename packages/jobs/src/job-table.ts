import { randomUUID } from 'node:crypto';
import type { JobId, UserId } from '@lyceum/contracts';
import type { EntityManager } from 'typeorm';
import type { ClaimedJob, Job, JobStatus } from './job.ts';

/** Another instance has the job: the claim was not renewed in time. The pending write is refused. */
export class ClaimLost extends Error {
  override readonly name = 'ClaimLost';

  constructor(id: JobId) {
    super(`Another instance has taken over job ${id}.`);
  }
}

export interface NewJob<Input, State> {
  readonly id: JobId;
  readonly ownerId: UserId;
  readonly idempotencyKey: string;
  /** Distinguishes different inputs with the same key. */
  readonly inputHash: string;
  readonly input: Input;
  readonly state: State;
  readonly traceparent: string | undefined;
}

interface ShownRow<State> {
  readonly id: JobId;
  readonly owner_id: UserId;
  readonly status: JobStatus;
  readonly version: string;
  readonly state: State;
  readonly error: string | null;
  readonly created_at: Date;
  readonly finished_at: Date | null;
  readonly traceparent: string | null;
}

interface ClaimedRow<Input, State> extends ShownRow<State> {
  readonly input: Input;
  readonly claim: string;
  readonly runs: number;
}

/** The columns that are read of a job: not its input, which may be large. */
const shown = 'id, owner_id, status, version, state, error, created_at, finished_at, traceparent';

/**
 * The jobs of one kind. A claim lasts for some seconds and is renewed with every `save`; an instance that lost it can
 * write nothing more, since `save` and `finish` check the claim within the transaction of the work.
 */
export class JobTable<Input, State> {
  constructor(
    private readonly kind: string,
    private readonly claimSeconds = 15,
  ) {}

  /** Serializes operations that depend on all jobs of an owner, until the transaction ends. */
  async lockOwner(manager: EntityManager, ownerId: UserId): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`job ${this.kind} ${ownerId}`]);
  }

  async findByKey(
    manager: EntityManager,
    ownerId: UserId,
    idempotencyKey: string,
  ): Promise<{ job: Job<State>; inputHash: string } | undefined> {
    const [row]: (ShownRow<State> & { input_hash: string })[] = await manager.query(
      `SELECT ${shown}, input_hash FROM job WHERE kind = $1 AND owner_id = $2 AND idempotency_key = $3`,
      [this.kind, ownerId, idempotencyKey],
    );
    return row && { job: toJob(row), inputHash: row.input_hash };
  }

  /** The number of jobs waiting or running. */
  async countUnfinished(manager: EntityManager, ownerId: UserId): Promise<{ ofOwner: number; ofAll: number }> {
    const [row]: { of_owner: string; of_all: string }[] = await manager.query(
      `SELECT count(*) FILTER (WHERE owner_id = $2) AS of_owner, count(*) AS of_all FROM job
       WHERE kind = $1 AND finished_at IS NULL`,
      [this.kind, ownerId],
    );
    return { ofOwner: Number(row?.of_owner), ofAll: Number(row?.of_all) };
  }

  async add(manager: EntityManager, job: NewJob<Input, State>): Promise<Job<State>> {
    const [row]: ShownRow<State>[] = await manager.query(
      `INSERT INTO job (id, kind, owner_id, idempotency_key, input_hash, input, state, traceparent)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING ${shown}`,
      [
        job.id,
        this.kind,
        job.ownerId,
        job.idempotencyKey,
        job.inputHash,
        JSON.stringify(job.input),
        JSON.stringify(job.state),
        job.traceparent ?? null,
      ],
    );
    if (!row) throw new Error(`Job ${job.id} was not added.`);
    return toJob(row);
  }

  /** One statement. */
  async findMany(manager: EntityManager, ids: readonly JobId[]): Promise<Job<State>[]> {
    const rows: ShownRow<State>[] = await manager.query(`SELECT ${shown} FROM job WHERE kind = $1 AND id = ANY($2)`, [
      this.kind,
      ids,
    ]);
    return rows.map(toJob);
  }

  async find(manager: EntityManager, id: JobId): Promise<Job<State> | undefined> {
    return (await this.findMany(manager, [id]))[0];
  }

  /**
   * Claims the job that has waited longest, or one whose claim has expired because its instance crashed. Each owner has
   * at most one running job, the oldest first. Undefined if there is no job to claim.
   */
  async claim(manager: EntityManager): Promise<ClaimedJob<Input, State> | undefined> {
    const [row]: ClaimedRow<Input, State>[] = await manager.query(
      `WITH claimed AS (
         UPDATE job SET status = 'RUNNING', version = version + 1, runs = runs + 1, claim = $2,
           claimed_until = clock_timestamp() + make_interval(secs => $3)
         WHERE id = (
           SELECT id FROM job WHERE kind = $1 AND finished_at IS NULL
             AND (claimed_until IS NULL OR claimed_until < clock_timestamp())
             AND NOT EXISTS (
               SELECT 1 FROM job earlier WHERE earlier.kind = job.kind AND earlier.owner_id = job.owner_id
                 AND earlier.place < job.place AND earlier.finished_at IS NULL
             )
           ORDER BY place LIMIT 1 FOR UPDATE SKIP LOCKED
         )
         RETURNING *
       )
       SELECT * FROM claimed`,
      [this.kind, randomUUID(), this.claimSeconds],
    );
    return row && { ...toJob(row), input: row.input, claim: row.claim, runs: row.runs };
  }

  /**
   * Records the job's progress, renews the claim, and resets the count of failures. Call it first in the transaction of
   * the work.
   * @throws {ClaimLost} if another instance has the job
   */
  async save(manager: EntityManager, claimed: ClaimedJob<Input, State>, state: State): Promise<void> {
    const assignments = 'state = $3, runs = 1, claimed_until = clock_timestamp() + make_interval(secs => $4)';
    await this.change(manager, claimed, assignments, [JSON.stringify(state), this.claimSeconds]);
  }

  /**
   * Ends the job, and deletes its input.
   * @param error for the owner, if it failed
   * @throws {ClaimLost} if another instance has the job
   */
  async finish(
    manager: EntityManager,
    claimed: ClaimedJob<Input, State>,
    state: State,
    error: string | null = null,
  ): Promise<void> {
    const assignments = `state = $3, status = $4, error = $5, finished_at = clock_timestamp(), input = NULL, claim = NULL,
      claimed_until = NULL`;
    const status: JobStatus = error === null ? 'SUCCEEDED' : 'FAILED';
    await this.change(manager, claimed, assignments, [JSON.stringify(state), status, error]);
  }

  /**
   * Releases the job for another claim.
   * @param release `afterSeconds`: not claimable before; `counts`: whether this counts as a run
   * @throws {ClaimLost} if another instance has the job
   */
  async release(
    manager: EntityManager,
    claimed: ClaimedJob<Input, State>,
    { afterSeconds, counts }: { afterSeconds: number; counts: boolean },
  ): Promise<void> {
    const assignments = `status = 'QUEUED', claim = NULL, runs = runs - $3,
      claimed_until = clock_timestamp() + make_interval(secs => $4)`;
    await this.change(manager, claimed, assignments, [counts ? 0 : 1, afterSeconds]);
  }

  private async change(
    manager: EntityManager,
    { id, claim }: ClaimedJob<Input, State>,
    assignments: string,
    values: readonly unknown[],
  ): Promise<void> {
    const changed: unknown[] = await manager.query(
      `WITH changed AS (
         UPDATE job SET version = version + 1, ${assignments} WHERE id = $1 AND claim = $2 RETURNING id
       )
       SELECT id FROM changed`,
      [id, claim, ...values],
    );
    if (changed.length === 0) throw new ClaimLost(id);
  }
}

function toJob<State>(row: ShownRow<State>): Job<State> {
  return {
    id: row.id,
    ownerId: row.owner_id,
    status: row.status,
    version: Number(row.version),
    state: row.state,
    error: row.error,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    ...(row.traceparent && { traceparent: row.traceparent }),
  };
}
