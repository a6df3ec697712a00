import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Dead letters record their reason and aggregate, and a key can be blocked.
 *
 * From here on, an event has an inbox row once its consumer has applied it, skipped it, or made it a dead letter: the
 * inbox alone decides what is a duplicate. Existing dead letters get inbox rows; those that were applied after all are
 * deleted.
 */
export class ExtendDeadLetters1764000000001 implements MigrationInterface {
  readonly name = 'ExtendDeadLetters1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE stream_position ADD blocked boolean NOT NULL DEFAULT false;
      COMMENT ON TABLE stream_position IS 'Where a consumer that keeps order stands with each aggregate; the row is the lock of the two';
      COMMENT ON COLUMN stream_position.version IS 'The newest version that was applied; a projection passes over older ones';
      COMMENT ON COLUMN stream_position.blocked IS 'An event is among the dead letters, and later ones follow it there';

      DELETE FROM dead_letter letter USING inbox
      WHERE inbox.consumer = letter.consumer AND inbox.event_id = letter.event_id;
      INSERT INTO inbox (consumer, event_id, event_date)
      SELECT consumer, event_id, ((envelope->>'time')::timestamptz AT TIME ZONE 'UTC')::date FROM dead_letter;

      ALTER TABLE dead_letter RENAME COLUMN at TO last_at;
      ALTER TABLE dead_letter
        ADD id bigint GENERATED ALWAYS AS IDENTITY,
        ADD reason text NOT NULL DEFAULT 'FAILED',
        ADD type text,
        ADD aggregate_type text,
        ADD aggregate_id text,
        ADD version bigint,
        ADD attempts int NOT NULL DEFAULT 5,
        ADD first_at timestamptz NOT NULL DEFAULT now(),
        ALTER envelope TYPE json;
      UPDATE dead_letter SET
        type = envelope->>'type',
        aggregate_type = split_part(envelope->>'type', '.', 2),
        aggregate_id = envelope->>'subject',
        version = (envelope->>'aggregateversion')::bigint,
        first_at = last_at;
      ALTER TABLE dead_letter
        ALTER reason DROP DEFAULT,
        ALTER attempts DROP DEFAULT,
        ALTER type SET NOT NULL,
        ALTER aggregate_type SET NOT NULL,
        ALTER aggregate_id SET NOT NULL,
        ALTER version SET NOT NULL,
        ADD CONSTRAINT dead_letter_reason CHECK (reason IN ('FAILED', 'INVALID', 'BLOCKED', 'UNKNOWN_TYPE'));
      CREATE INDEX dead_letter_aggregate ON dead_letter (consumer, aggregate_type, aggregate_id, version, id);
      COMMENT ON TABLE dead_letter IS 'Events that a consumer has not applied, and why; they wait for a replay or are discarded by a person';
      COMMENT ON COLUMN dead_letter.envelope IS 'As it came: json, as jsonb would refuse some of what an event can hold';

      CREATE TABLE discarded_event (
        consumer text NOT NULL,
        event_id uuid NOT NULL,
        discarded_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (consumer, event_id)
      );
      COMMENT ON TABLE discarded_event IS 'Dead letters that a person has decided about: never applied, not by rebuilding either';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE discarded_event;
      DROP INDEX dead_letter_aggregate;
      ALTER TABLE dead_letter
        DROP id, DROP reason, DROP type, DROP aggregate_type, DROP aggregate_id, DROP version, DROP attempts, DROP first_at,
        ALTER envelope TYPE jsonb;
      ALTER TABLE dead_letter RENAME COLUMN last_at TO at;
      ALTER TABLE stream_position DROP blocked;
    `);
  }
}
