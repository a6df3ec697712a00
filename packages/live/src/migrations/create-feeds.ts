import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFeeds1764000000004 implements MigrationInterface {
  readonly name = 'CreateFeeds1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE feed (
        name text NOT NULL,
        key uuid NOT NULL,
        version bigint NOT NULL,
        PRIMARY KEY (name, key)
      );
      COMMENT ON COLUMN feed.version IS 'Of the newest entry; rises by one under the lock of this row';
      CREATE TABLE feed_entry (
        name text NOT NULL,
        key uuid NOT NULL,
        version bigint NOT NULL,
        entry jsonb NOT NULL,
        traceparent text,
        PRIMARY KEY (name, key, version),
        FOREIGN KEY (name, key) REFERENCES feed
      );
      COMMENT ON TABLE feed_entry IS 'The newest changes of each feed, as they were then';
      COMMENT ON COLUMN feed_entry.traceparent IS 'W3C trace context of the change; null where it has none';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE feed_entry, feed');
  }
}
