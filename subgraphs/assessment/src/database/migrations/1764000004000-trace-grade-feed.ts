import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TraceGradeFeed1764000004000 implements MigrationInterface {
  readonly name = 'TraceGradeFeed1764000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE grade_feed_entry ADD COLUMN traceparent text;
      COMMENT ON COLUMN grade_feed_entry.traceparent IS 'W3C trace context of the change; null where it has none';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE grade_feed_entry DROP COLUMN traceparent');
  }
}
