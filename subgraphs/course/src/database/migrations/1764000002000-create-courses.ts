import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCourses1764000002000 implements MigrationInterface {
  readonly name = 'CreateCourses1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE course (
        id uuid PRIMARY KEY,
        title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
        summary text NOT NULL CHECK (char_length(summary) <= 10000),
        instructor_id uuid NOT NULL,
        version int NOT NULL CHECK (version > 0),
        created_at timestamptz NOT NULL,
        published_at timestamptz
      );
      COMMENT ON COLUMN course.summary IS 'Markdown';
      COMMENT ON COLUMN course.version IS 'Rises with every change of the course or of its outline; edits lock this row';
      COMMENT ON COLUMN course.published_at IS 'Null while the course is a draft';
      CREATE INDEX course_catalogue ON course (published_at DESC, id DESC) WHERE published_at IS NOT NULL;
      CREATE INDEX course_instructor ON course (instructor_id, id);

      CREATE TABLE chapter (
        id uuid PRIMARY KEY,
        course_id uuid NOT NULL REFERENCES course,
        title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
        position int NOT NULL CHECK (position BETWEEN 0 AND 199),
        UNIQUE (id, course_id),
        CONSTRAINT chapter_place UNIQUE (course_id, position) DEFERRABLE INITIALLY DEFERRED
      );
      COMMENT ON COLUMN chapter.position IS 'Counts from 0 without gaps in the course';

      CREATE TABLE lesson (
        id uuid PRIMARY KEY,
        course_id uuid NOT NULL,
        chapter_id uuid NOT NULL,
        title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
        body text NOT NULL CHECK (char_length(body) <= 100000),
        position int NOT NULL CHECK (position BETWEEN 0 AND 199),
        FOREIGN KEY (chapter_id, course_id) REFERENCES chapter (id, course_id),
        CONSTRAINT lesson_place UNIQUE (chapter_id, position) DEFERRABLE INITIALLY DEFERRED
      );
      COMMENT ON COLUMN lesson.course_id IS 'The course of its chapter, as the foreign key sees to';
      COMMENT ON COLUMN lesson.body IS 'Markdown';
      COMMENT ON COLUMN lesson.position IS 'Counts from 0 without gaps in the chapter';
      CREATE INDEX lesson_course ON lesson (course_id);

      CREATE TABLE enrolment (
        id uuid PRIMARY KEY,
        course_id uuid NOT NULL REFERENCES course,
        learner_id uuid NOT NULL,
        version int NOT NULL CHECK (version > 0),
        enrolled_at timestamptz NOT NULL,
        UNIQUE (course_id, learner_id)
      );
      COMMENT ON COLUMN enrolment.version IS 'Rises with every lesson that the learner completes';
      CREATE INDEX enrolment_course ON enrolment (course_id, id);
      CREATE INDEX enrolment_learner ON enrolment (learner_id, id);

      CREATE TABLE lesson_completion (
        enrolment_id uuid NOT NULL REFERENCES enrolment,
        lesson_id uuid NOT NULL REFERENCES lesson,
        completed_at timestamptz NOT NULL,
        PRIMARY KEY (enrolment_id, lesson_id)
      );
      COMMENT ON TABLE lesson_completion IS 'Kept for ever: a lesson that somebody has completed cannot be removed';
      CREATE INDEX lesson_completion_lesson ON lesson_completion (lesson_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE lesson_completion, enrolment, lesson, chapter, course');
  }
}
