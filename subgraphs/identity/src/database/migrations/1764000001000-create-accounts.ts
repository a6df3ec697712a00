import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccounts1764000001000 implements MigrationInterface {
  readonly name = 'CreateAccounts1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        email text NOT NULL,
        password_hash text,
        role text NOT NULL CHECK (role IN ('STUDENT', 'INSTRUCTOR', 'ADMIN')),
        version int NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX account_email ON account (lower(email));

      CREATE TABLE refresh_token (
        hash bytea PRIMARY KEY,
        family_id uuid NOT NULL,
        user_id uuid NOT NULL REFERENCES account,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        revoked_at timestamptz
      );
      COMMENT ON COLUMN refresh_token.hash IS 'SHA-256 of the token; the token itself is never stored';
      CREATE INDEX refresh_token_family ON refresh_token (family_id);

      CREATE TABLE authentication_event (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        user_id uuid,
        email text NOT NULL,
        request_id text NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );
      COMMENT ON TABLE authentication_event IS 'Audit log; append-only';
      CREATE INDEX authentication_event_email ON authentication_event (email, at);
      CREATE INDEX authentication_event_user ON authentication_event (user_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE authentication_event, refresh_token, account');
  }
}
