import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStaleTokens1764000000002 implements MigrationInterface {
  readonly name = 'CreateStaleTokens1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stale_token (
        user_id uuid PRIMARY KEY,
        before timestamptz NOT NULL
      );
      COMMENT ON TABLE stale_token IS 'Access tokens of a person that were given out before this moment are refused';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE stale_token');
  }
}
