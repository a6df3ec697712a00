import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRoster1764000000003 implements MigrationInterface {
  readonly name = 'CreateRoster1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE course_instructor (
        course_id uuid PRIMARY KEY,
        instructor_id uuid NOT NULL
      );
      COMMENT ON TABLE course_instructor IS 'The courses and who teaches them: a projection of the events of course';
      CREATE TABLE course_member (
        course_id uuid NOT NULL,
        user_id uuid NOT NULL,
        role text NOT NULL CHECK (role IN ('ASSISTANT', 'OBSERVER', 'LEARNER')),
        PRIMARY KEY (course_id, user_id, role)
      );
      COMMENT ON TABLE course_member IS 'Who else belongs to a course: a projection of the events of course';
      CREATE INDEX course_member_by_user ON course_member (user_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE course_member, course_instructor');
  }
}
