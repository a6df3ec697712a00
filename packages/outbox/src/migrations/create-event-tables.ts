import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables for publishing events and for applying each received event once. Identical in every database. */
export class CreateEventTables1764000000000 implements MigrationInterface {
  readonly name = 'CreateEventTables1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE event_log (
        event_id uuid NOT NULL,
        aggregate_type text NOT NULL,
        aggregate_id text NOT NULL,
        version bigint NOT NULL,
        type text NOT NULL,
        payload jsonb NOT NULL,
        headers jsonb NOT NULL,
        occurred_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (event_id, occurred_at)
      ) PARTITION BY RANGE (occurred_at);
      COMMENT ON TABLE event_log IS 'Every event this domain has published or will publish; append-only, kept for rebuilding projections';
      CREATE TABLE event_log_default PARTITION OF event_log DEFAULT;
      CREATE INDEX event_log_aggregate ON event_log (aggregate_type, aggregate_id, version);

      CREATE TABLE outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        event_id uuid NOT NULL,
        occurred_at timestamptz NOT NULL,
        attempts int NOT NULL DEFAULT 0,
        last_error text
      );
      COMMENT ON TABLE outbox IS 'Events not yet carried away, in order; the relay deletes what the transport has taken';

      CREATE TABLE inbox (
        consumer text NOT NULL,
        event_id uuid NOT NULL,
        event_date date NOT NULL,
        PRIMARY KEY (consumer, event_id, event_date)
      ) PARTITION BY RANGE (event_date);
      COMMENT ON TABLE inbox IS 'Which consumer has applied which event: an effect happens once';
      CREATE TABLE inbox_default PARTITION OF inbox DEFAULT;

      CREATE TABLE stream_position (
        consumer text NOT NULL,
        aggregate_type text NOT NULL,
        aggregate_id text NOT NULL,
        version bigint NOT NULL,
        PRIMARY KEY (consumer, aggregate_type, aggregate_id)
      );
      COMMENT ON TABLE stream_position IS 'The newest version of each aggregate that a projection has applied; older ones are passed over';

      CREATE TABLE dead_letter (
        consumer text NOT NULL,
        event_id uuid NOT NULL,
        envelope jsonb NOT NULL,
        error text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (consumer, event_id)
      );
      COMMENT ON TABLE dead_letter IS 'Events that a consumer could not apply, with the last error; nothing is dropped silently';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dead_letter, stream_position, inbox, outbox, event_log');
  }
}
