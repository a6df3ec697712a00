import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PinCalculators1764000006000 implements MigrationInterface {
  readonly name = 'PinCalculators1764000006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE attempt ADD COLUMN calculator text NOT NULL DEFAULT 'grading/1';
      ALTER TABLE attempt ALTER COLUMN calculator DROP DEFAULT;
      COMMENT ON COLUMN attempt.calculator IS 'The version of the rules by which it is graded, set at its start';
      ALTER TABLE attempt_item ALTER COLUMN sequence TYPE bigint;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE attempt DROP COLUMN calculator;
      ALTER TABLE attempt_item ALTER COLUMN sequence TYPE int;
    `);
  }
}
