import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Moves the roster and the feed of grades into the tables of `@lyceum/roster` and `@lyceum/live`. */
export class ShareRosterAndFeeds1764000008000 implements MigrationInterface {
  readonly name = 'ShareRosterAndFeeds1764000008000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO course_instructor SELECT course_id, instructor_id FROM roster_course;
      INSERT INTO course_member SELECT course_id, learner_id, 'LEARNER' FROM roster_learner;
      DROP TABLE roster_learner, roster_course;

      INSERT INTO feed SELECT 'grade', course_id, version FROM grade_feed;
      INSERT INTO feed_entry SELECT 'grade', course_id, version, grade, traceparent FROM grade_feed_entry;
      DROP TABLE grade_feed_entry, grade_feed;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE roster_course (course_id uuid PRIMARY KEY, instructor_id uuid NOT NULL);
      INSERT INTO roster_course SELECT course_id, instructor_id FROM course_instructor;
      CREATE TABLE roster_learner (course_id uuid NOT NULL, learner_id uuid NOT NULL, PRIMARY KEY (course_id, learner_id));
      INSERT INTO roster_learner SELECT course_id, user_id FROM course_member WHERE role = 'LEARNER';
      CREATE INDEX roster_learner_by_learner ON roster_learner (learner_id);

      CREATE TABLE grade_feed (course_id uuid PRIMARY KEY, version bigint NOT NULL);
      INSERT INTO grade_feed SELECT key, version FROM feed WHERE name = 'grade';
      CREATE TABLE grade_feed_entry (
        course_id uuid NOT NULL REFERENCES grade_feed,
        version bigint NOT NULL,
        learner_id uuid NOT NULL,
        grade jsonb NOT NULL,
        traceparent text,
        PRIMARY KEY (course_id, version)
      );
      INSERT INTO grade_feed_entry SELECT key, version, (entry->>'learnerId')::uuid, entry, traceparent
        FROM feed_entry WHERE name = 'grade';
    `);
  }
}
