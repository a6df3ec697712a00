import { CreateExamDocument, PublishExamDocument, success } from '@lyceum/cli/demo';
import { databaseUrl } from '@lyceum/database';
import pg from 'pg';
import { answerRight, enrol, handIn, type Member, openExamCourse, register, sit } from '../exam-course.ts';
import type { Seeds } from './arguments.ts';

/** A course at its size limits, with people of every role who can see it. */
export interface LargeSchool {
  readonly seeds: Seeds;
  readonly instructor: Member;
  readonly student: Member;
}

const exams = 20;
const learners = 50;
const chapters = 200;
const lessonsOfChapter = 10;

/**
 * @param server the PostgreSQL server of the installation, for writing data that would take too long through the API
 * @param prefix of the installation's databases
 */
export async function openLargeSchool(url: string, server: string, prefix: string): Promise<LargeSchool> {
  const examCourse = await openExamCourse(url, { attemptsAllowed: 3 });
  const { instructor, courseId } = examCourse;
  await growOutline(server, `${prefix}course`, courseId);
  const sections = await bankOf(server, `${prefix}assessment`, examCourse.examId);
  for (let index = 1; index < exams; index += 1) {
    const input = { courseId, title: `Exam ${index}`, attemptsAllowed: 3, sections };
    const { exam } = success((await instructor.do(CreateExamDocument, { input })).createExam, 'CreateExamSuccess');
    const publish = { examId: exam.id, expectedVersion: exam.version };
    success((await instructor.do(PublishExamDocument, publish)).publishExam, 'PublishExamSuccess');
  }
  const students: Member[] = [];
  let attempt = '';
  for (let index = 0; index < learners; index += 1) {
    const student = await register(url, 'STUDENT');
    await enrol(student, courseId);
    const sitting = await sit(student, examCourse);
    attempt ||= sitting.attemptId;
    await answerRight(student, examCourse, sitting);
    await handIn(student, sitting);
    students.push(student);
  }
  const [student] = students;
  if (!student) throw new Error('The course has no students');
  const lesson = await firstLesson(server, `${prefix}course`, courseId);
  const questionBank = sections[0]?.bankId ?? '';
  const seeds = { course: courseId, exam: examCourse.examId, attempt, lesson, questionBank, user: student.userId };
  return { seeds, instructor, student };
}

/** Chapters and lessons up to their limits, with the longest lessons. */
async function growOutline(server: string, database: string, courseId: string): Promise<void> {
  await asClient(server, database, async (client) => {
    await client.query(
      `INSERT INTO chapter (id, course_id, title, position)
       SELECT gen_random_uuid(), $1, 'Chapter ' || n, n FROM generate_series(1, $2::int) AS n`,
      [courseId, chapters - 1],
    );
    await client.query(
      `INSERT INTO lesson (id, course_id, chapter_id, title, position, body)
       SELECT gen_random_uuid(), $1, chapter.id, 'Lesson ' || n, n - 1, repeat('long ', 20000)
       FROM chapter, generate_series(1, $2::int) AS n WHERE course_id = $1 AND chapter.position > 0`,
      [courseId, lessonsOfChapter],
    );
  });
}

async function firstLesson(server: string, database: string, courseId: string): Promise<string> {
  return asClient(server, database, async (client) => {
    const { rows } = await client.query('SELECT id FROM lesson WHERE course_id = $1 LIMIT 1', [courseId]);
    return String(rows[0]?.id);
  });
}

async function bankOf(server: string, database: string, examId: string) {
  return asClient(server, database, async (client) => {
    const { rows } = await client.query('SELECT sections FROM exam WHERE id = $1', [examId]);
    const bankId = String(rows[0]?.sections[0]?.bankId);
    return [{ title: 'All', bankId, drawCount: 3, pointsPerItem: '2' }];
  });
}

async function asClient<Result>(server: string, database: string, work: (client: pg.Client) => Promise<Result>) {
  const client = new pg.Client({ connectionString: databaseUrl(server, database) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
