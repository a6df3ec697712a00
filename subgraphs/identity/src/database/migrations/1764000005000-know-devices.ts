import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KnowDevices1764000005000 implements MigrationInterface {
  readonly name = 'KnowDevices1764000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sign_in_attempt (
        id uuid PRIMARY KEY,
        email text NOT NULL,
        network text NOT NULL,
        device_hash bytea,
        outcome text NOT NULL CHECK (outcome IN ('BEGUN', 'FAILED', 'SUCCEEDED')),
        at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      COMMENT ON TABLE sign_in_attempt IS 'Sign-ins by password of the last half hour, for counting failures';
      COMMENT ON COLUMN sign_in_attempt.device_hash IS 'Of a device that the account knows; null for any other';
      CREATE INDEX sign_in_attempt_email ON sign_in_attempt (email, at);
      CREATE INDEX sign_in_attempt_network ON sign_in_attempt (network, at);
      CREATE INDEX sign_in_attempt_at ON sign_in_attempt (at);

      CREATE TABLE known_device (
        hash bytea PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES account,
        used_at timestamptz NOT NULL
      );
      COMMENT ON COLUMN known_device.hash IS 'SHA-256 of the device''s token; the token itself is never stored';
      CREATE INDEX known_device_user ON known_device (user_id, used_at);

      ALTER TABLE refresh_token
        ADD COLUMN parent_hash bytea,
        ADD COLUMN device_hash bytea,
        ADD COLUMN network text;
      CREATE INDEX refresh_token_parent ON refresh_token (parent_hash);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE refresh_token DROP COLUMN parent_hash, DROP COLUMN device_hash, DROP COLUMN network;
      DROP TABLE known_device, sign_in_attempt;
    `);
  }
}
