import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A character that people see may be many of PostgreSQL's: at most 16, as `faultInText` of the contracts has it. */
export class CountCharactersAsPeopleDo1764000007000 implements MigrationInterface {
  readonly name = 'CountCharactersAsPeopleDo1764000007000';

  async up(runner: QueryRunner): Promise<void> {
    await bound(runner, { title: 3_200, summary: 160_000, body: 1_600_000 });
  }

  async down(runner: QueryRunner): Promise<void> {
    await bound(runner, { title: 200, summary: 10_000, body: 100_000 });
  }
}

async function bound(runner: QueryRunner, most: { title: number; summary: number; body: number }): Promise<void> {
  await runner.query(`
    ALTER TABLE course
      DROP CONSTRAINT course_title_check,
      ADD CONSTRAINT course_title_check CHECK (char_length(title) BETWEEN 1 AND ${most.title}),
      DROP CONSTRAINT course_summary_check,
      ADD CONSTRAINT course_summary_check CHECK (char_length(summary) <= ${most.summary});
    ALTER TABLE chapter
      DROP CONSTRAINT chapter_title_check,
      ADD CONSTRAINT chapter_title_check CHECK (char_length(title) BETWEEN 1 AND ${most.title});
    ALTER TABLE lesson
      DROP CONSTRAINT lesson_title_check,
      ADD CONSTRAINT lesson_title_check CHECK (char_length(title) BETWEEN 1 AND ${most.title}),
      DROP CONSTRAINT lesson_body_check,
      ADD CONSTRAINT lesson_body_check CHECK (char_length(body) <= ${most.body});
  `);
}
