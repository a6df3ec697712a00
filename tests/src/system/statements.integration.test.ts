import { CourseGradesDocument, CourseRollDocument } from '@lyceum/cli/demo';
import { testServerUrl } from '@lyceum/testing';
import {
  answerRight,
  type ExamCourse,
  enrolStudents,
  handIn,
  type Member,
  openExamCourse,
  sit,
} from '../harness/exam-course.ts';
import { createInstallation, type Installation } from '../harness/installation.ts';
import { statementsOf } from '../harness/statements.ts';

let installation: Installation;
let url: string;
let examCourse: ExamCourse;
const students: Member[] = [];

beforeAll(async () => {
  installation = await createInstallation(testServerUrl());
  url = (await installation.launch()).url;
  examCourse = await openExamCourse(url);
});
afterAll(() => installation.remove());

/** Five students at a time: this counts statements; throughput is measured by the benchmarks. */
async function growTo(count: number): Promise<void> {
  while (students.length < count) students.push(...(await fiveMore()));
  // The work of consumers belongs to the request that caused the event, and would be counted too.
  await installation.eventsCarried();
}

/** Three of them have a grade. */
async function fiveMore(): Promise<Member[]> {
  const fresh = await enrolStudents(url, examCourse, 5);
  await Promise.all(
    fresh.slice(0, 3).map(async (student) => {
      const sitting = await sit(student, examCourse);
      await answerRight(student, examCourse, sitting);
      await handIn(student, sitting);
    }),
  );
  return fresh;
}

async function roll() {
  const { instructor, courseId } = examCourse;
  const { course } = await instructor.do(CourseRollDocument, { courseId, first: 100 });
  return course?.enrolments?.nodes ?? [];
}

async function grades() {
  const { instructor, courseId } = examCourse;
  const { course } = await instructor.do(CourseGradesDocument, { courseId, first: 100 });
  return course?.grades?.nodes ?? [];
}

async function statementsOfBoth() {
  return { roll: await statementsOf(roll), grades: await statementsOf(grades) };
}

describe('a query across three subgraphs', () => {
  it('takes as many statements for 50 students as for 5', async () => {
    await growTo(5);
    const ofFive = await statementsOfBoth();
    await growTo(50);
    const ofFifty = await statementsOfBoth();

    expect(ofFifty.roll).toHaveLength(ofFive.roll.length);
    expect(ofFifty.grades).toHaveLength(ofFive.grades.length);
    // 7 and 9 (three of which begin and end a transaction) when this was written.
    expect(ofFifty.roll.length).toBeLessThanOrEqual(8);
    expect(ofFifty.grades.length).toBeLessThanOrEqual(10);
    expect(Math.min(ofFifty.roll.length, ofFifty.grades.length)).toBeGreaterThan(3);
  });

  it('returns each of them, with name and grades', async () => {
    const answered = await roll();
    expect(answered.map(({ learner }) => learner?.name).sort()).toEqual(students.map(({ name }) => name).sort());
    expect(answered.filter(({ learner }) => learner?.grades?.length === 1)).toHaveLength(30);
    const graded = await grades();
    expect(graded.map(({ percentage }) => percentage)).toEqual(Array.from({ length: 30 }, () => '100.00'));
    expect(new Set(graded.map(({ learner }) => learner?.name)).size).toBe(30);
  });
});
