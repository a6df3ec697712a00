import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAssessment1764000003000 implements MigrationInterface {
  readonly name = 'CreateAssessment1764000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE roster_course (
        course_id uuid PRIMARY KEY,
        instructor_id uuid NOT NULL
      );
      COMMENT ON TABLE roster_course IS 'Who teaches: a projection of the course domain''s events';
      CREATE TABLE roster_learner (
        course_id uuid NOT NULL,
        learner_id uuid NOT NULL,
        PRIMARY KEY (course_id, learner_id)
      );
      COMMENT ON TABLE roster_learner IS 'Who takes a course: a projection of the course domain''s events';
      CREATE INDEX roster_learner_by_learner ON roster_learner (learner_id);

      CREATE TABLE question_bank (
        id uuid PRIMARY KEY,
        owner_id uuid NOT NULL,
        name text NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX question_bank_owner ON question_bank (owner_id, id);

      CREATE TABLE question (
        id uuid PRIMARY KEY,
        bank_id uuid NOT NULL REFERENCES question_bank,
        version int NOT NULL,
        name text NOT NULL,
        category text NOT NULL
      );
      COMMENT ON COLUMN question.version IS 'The newest row of question_version';
      CREATE INDEX question_bank_order ON question (bank_id, id);

      CREATE TABLE question_version (
        question_id uuid NOT NULL REFERENCES question,
        version int NOT NULL,
        stem jsonb NOT NULL,
        content jsonb NOT NULL,
        general_feedback jsonb,
        PRIMARY KEY (question_id, version)
      );
      COMMENT ON TABLE question_version IS 'What a question said at each version; never changed, since attempts refer to it';

      CREATE TABLE exam (
        id uuid PRIMARY KEY,
        course_id uuid NOT NULL,
        title text NOT NULL,
        status text NOT NULL CHECK (status IN ('DRAFT', 'PUBLISHED')),
        version int NOT NULL,
        time_limit_seconds int,
        opens_at timestamptz,
        closes_at timestamptz,
        attempts_allowed int NOT NULL,
        sections jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        published_at timestamptz
      );
      CREATE INDEX exam_course ON exam (course_id, id);

      CREATE TABLE exam_candidate (
        exam_id uuid NOT NULL REFERENCES exam,
        section_id uuid NOT NULL,
        question_id uuid NOT NULL,
        version int NOT NULL,
        PRIMARY KEY (exam_id, section_id, question_id),
        FOREIGN KEY (question_id, version) REFERENCES question_version
      );
      COMMENT ON TABLE exam_candidate IS 'What a published exam draws from: fixed at publication, whatever becomes of the banks';

      CREATE TABLE attempt (
        id uuid PRIMARY KEY,
        exam_id uuid NOT NULL REFERENCES exam,
        course_id uuid NOT NULL,
        learner_id uuid NOT NULL,
        number int NOT NULL,
        version int NOT NULL,
        status text NOT NULL CHECK (status IN ('IN_PROGRESS', 'SUBMITTED', 'UNDER_REVIEW', 'GRADED')),
        seed text NOT NULL,
        started_at timestamptz NOT NULL,
        deadline_at timestamptz,
        submitted_at timestamptz,
        closed_by text CHECK (closed_by IN ('LEARNER', 'DEADLINE')),
        submission_key text,
        UNIQUE (exam_id, learner_id, number),
        CHECK ((status = 'IN_PROGRESS') = (submitted_at IS NULL))
      );
      CREATE UNIQUE INDEX attempt_one_in_progress ON attempt (exam_id, learner_id) WHERE status = 'IN_PROGRESS';
      CREATE INDEX attempt_deadline ON attempt (deadline_at) WHERE status = 'IN_PROGRESS';
      CREATE INDEX attempt_exam ON attempt (exam_id, id);

      CREATE TABLE attempt_item (
        id uuid PRIMARY KEY,
        attempt_id uuid NOT NULL REFERENCES attempt,
        position int NOT NULL,
        section_id uuid NOT NULL,
        question_id uuid NOT NULL,
        question_version int NOT NULL,
        points numeric NOT NULL CHECK (points > 0),
        seed text NOT NULL,
        response jsonb,
        sequence int NOT NULL DEFAULT 0,
        saved_at timestamptz,
        outcome jsonb NOT NULL,
        UNIQUE (attempt_id, position),
        FOREIGN KEY (question_id, question_version) REFERENCES question_version
      );

      CREATE TABLE grade (
        id uuid PRIMARY KEY,
        exam_id uuid NOT NULL REFERENCES exam,
        course_id uuid NOT NULL,
        learner_id uuid NOT NULL,
        attempt_id uuid NOT NULL REFERENCES attempt,
        version int NOT NULL,
        score numeric(12, 2) NOT NULL,
        max_score numeric(12, 2) NOT NULL,
        percentage numeric(5, 2) NOT NULL,
        calculator text NOT NULL,
        graded_at timestamptz NOT NULL,
        UNIQUE (exam_id, learner_id)
      );
      COMMENT ON TABLE grade IS 'The one effective grade of a learner in an exam';
      CREATE INDEX grade_course ON grade (course_id, id);
      CREATE INDEX grade_learner ON grade (learner_id, course_id);

      CREATE TABLE grade_feed (
        course_id uuid PRIMARY KEY,
        version bigint NOT NULL
      );
      CREATE TABLE grade_feed_entry (
        course_id uuid NOT NULL REFERENCES grade_feed,
        version bigint NOT NULL,
        learner_id uuid NOT NULL,
        grade jsonb NOT NULL,
        PRIMARY KEY (course_id, version)
      );
      COMMENT ON TABLE grade_feed_entry IS 'Every change of every grade of a course, as it was then; append-only. Versions rise by one under the lock of the feed''s row';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE grade_feed_entry, grade_feed, grade, attempt_item, attempt, exam_candidate, exam,
        question_version, question, question_bank, roster_learner, roster_course
    `);
  }
}
