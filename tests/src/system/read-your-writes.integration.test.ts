import { send } from '@lyceum/client';
import { testServerUrl } from '@lyceum/testing';
import { type ExamCourse, type Member, openExamCourse, register } from '../harness/exam-course.ts';
import { createInstallation, type Installation } from '../harness/installation.ts';
import { statementsOf } from '../harness/statements.ts';

let installation: Installation;
let url: string;
let examCourse: ExamCourse;

beforeAll(async () => {
  installation = await createInstallation(testServerUrl());
  ({ url } = await installation.launch());
  examCourse = await openExamCourse(url);
});
afterAll(() => installation.remove());

async function ask(person: Member, document: string, variables: Record<string, unknown>): Promise<unknown> {
  const { data, errors } = await send(url, document, variables, { token: person.token });
  return errors ?? data;
}

/** With new people each time, so that no event has arrived before. */
describe.each(Array.from({ length: 5 }, (_, index) => index + 1))('a person who acts in one domain (run %i)', () => {
  it('sees the effect in the same mutation’s fields from other domains', async () => {
    const student = await register(url, 'STUDENT');
    const enrolled = await ask(
      student,
      `mutation ($courseId: ID!) {
        enrol(input: { courseId: $courseId }) { ... on EnrolSuccess { enrolment { course { exams { title } } } } }
      }`,
      { courseId: examCourse.courseId },
    );
    expect(enrolled).toEqual({ enrol: { enrolment: { course: { exams: [{ title: 'Exam' }] } } } });
  });

  it('has its rights in other domains at once', async () => {
    const instructor = await register(url, 'INSTRUCTOR');
    const created = await ask(
      instructor,
      `mutation ($input: CreateCourseInput!) {
        createCourse(input: $input) {
          ... on CreateCourseSuccess { course { id exams { id } grades { nodes { id } feedCursor } } }
        }
      }`,
      { input: { title: 'New', chapters: [] } },
    );
    const { course } = (created as { createCourse: { course: { id: string } } }).createCourse;
    expect(course).toMatchObject({ exams: [], grades: { nodes: [], feedCursor: expect.any(String) } });
    const again = await register(url, 'INSTRUCTOR');
    const { createCourse } = (await ask(
      again,
      `mutation ($input: CreateCourseInput!) {
        createCourse(input: $input) { ... on CreateCourseSuccess { course { id } } }
      }`,
      { input: { title: 'Newer', chapters: [] } },
    )) as { createCourse: { course: { id: string } } };
    expect(
      await ask(again, 'query ($id: ID!) { course(id: $id) { grades { nodes { id } } } }', {
        id: createCourse.course.id,
      }),
    ).toEqual({ course: { grades: { nodes: [] } } });
  });
});

describe('a person without the right', () => {
  it('is refused without waiting', async () => {
    const stranger = await register(url, 'STUDENT');
    const statements = await statementsOf(() =>
      ask(stranger, 'mutation ($id: ID!) { startAttempt(input: { examId: $id }) { __typename } }', {
        id: examCourse.examId,
      }),
    );
    // Polled for a second, the roster took more than a hundred statements.
    expect(statements.length).toBeLessThan(10);
  });
});
