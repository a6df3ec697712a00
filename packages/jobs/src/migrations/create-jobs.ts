import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateJobs1764000007000 implements MigrationInterface {
  readonly name = 'CreateJobs1764000007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE job (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        place bigint GENERATED ALWAYS AS IDENTITY,
        owner_id uuid NOT NULL,
        idempotency_key text NOT NULL,
        input_hash text NOT NULL,
        input jsonb,
        status text NOT NULL DEFAULT 'QUEUED' CHECK (status IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED')),
        version bigint NOT NULL DEFAULT 1,
        state jsonb NOT NULL,
        error text,
        runs int NOT NULL DEFAULT 0,
        claim uuid,
        claimed_until timestamptz,
        traceparent text,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        finished_at timestamptz,
        UNIQUE (kind, owner_id, idempotency_key),
        CHECK ((finished_at IS NOT NULL) = (status IN ('SUCCEEDED', 'FAILED')))
      );
      COMMENT ON TABLE job IS 'Work that outlives the request that asked for it';
      COMMENT ON COLUMN job.place IS 'Its place in the queue: jobs of one owner run one after the other in this order';
      COMMENT ON COLUMN job.input IS 'Null once the job has ended';
      COMMENT ON COLUMN job.claim IS 'Of the instance that works on it; whoever writes names it';
      COMMENT ON COLUMN job.claimed_until IS 'Until when nobody else takes it';
      CREATE INDEX job_queue ON job (kind, place) WHERE finished_at IS NULL;
      CREATE INDEX job_unfinished_of_owner ON job (kind, owner_id, place) WHERE finished_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE job');
  }
}
