import type { TestViewer } from '@lyceum/auth/testing';
import { countStatements } from '@lyceum/database/testing';
import {
  type Classroom,
  draftCourse,
  enrolStudent,
  lessonIdsOf,
  mutate,
  openClassroom,
  openCourse,
} from './testing/classroom.ts';

let classroom: Classroom;

beforeAll(async () => {
  classroom = await openClassroom();
});
afterAll(() => classroom.stop());

async function statementsOf(document: string, variables: Record<string, unknown>, viewer: TestViewer) {
  const { result, statements } = await countStatements(classroom.dataSource, () =>
    classroom.send<Record<string, unknown>>(document, variables, viewer),
  );
  expect(result.errors).toBeUndefined();
  return { data: result.data, statements };
}

const entities = (selection: string) =>
  `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on ${selection} } }`;

const references = (__typename: string, ids: readonly string[]) => ({
  representations: ids.map((id) => ({ __typename, id })),
});

describe('fifty references', () => {
  it('to courses take one statement', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 50; count += 1) ids.push((await draftCourse(classroom, [])).id);
    const { data, statements } = await statementsOf(
      entities('Course { id }'),
      references('Course', ids),
      classroom.instructor,
    );
    expect(data?._entities).toEqual(ids.map((id) => ({ __typename: 'Course', id })));
    expect(statements).toHaveLength(1);
  });

  it('to lessons take two: the lessons, and the visible courses', async () => {
    const ids = lessonIdsOf(await draftCourse(classroom, [25, 25]));
    const { data, statements } = await statementsOf(
      entities('Lesson { id }'),
      references('Lesson', ids),
      classroom.instructor,
    );
    expect(data?._entities).toEqual(ids.map((id) => ({ __typename: 'Lesson', id })));
    expect(statements).toHaveLength(2);
  });

  it('to enrolments, with their progress, take three', async () => {
    const course = await openCourse(classroom, [3]);
    const [lessonId] = lessonIdsOf(course);
    const ids: string[] = [];
    for (let count = 0; count < 50; count += 1) {
      const { student, enrolment } = await enrolStudent(classroom, course.id);
      ids.push(enrolment.id);
      if (count < 25) await mutate(classroom, 'completeLesson', { lessonId }, student);
    }
    const { data, statements } = await statementsOf(
      entities('Enrolment { progress { completedLessons totalLessons percentage } }'),
      references('Enrolment', ids),
      classroom.instructor,
    );
    expect(data?._entities).toEqual(
      ids.map((_id, index) => ({
        __typename: 'Enrolment',
        progress:
          index < 25
            ? { completedLessons: 1, totalLessons: 3, percentage: 33 }
            : { completedLessons: 0, totalLessons: 3, percentage: 0 },
      })),
    );
    expect(statements).toHaveLength(3);
  });
});

describe('a page of courses', () => {
  const dashboard = /* GraphQL */ `
    query ($first: Int) {
      myCourses {
        teaching(first: $first) {
          nodes {
            lessonCount
            chapters { lessons { body completedAt chapter { id } course { title } } }
            myEnrolment { progress { percentage } }
            enrolments(first: 2) { totalCount nodes { course { id } progress { percentage } } }
          }
        }
      }
    }`;

  it('takes as many statements for thirty as for two, with any selection', async () => {
    for (let count = 0; count < 30; count += 1) {
      const { id } = await openCourse(classroom, [2, 1]);
      await mutate(classroom, 'enrol', { courseId: id });
    }
    const two = await statementsOf(dashboard, { first: 2 }, classroom.instructor);
    const thirty = await statementsOf(dashboard, { first: 30 }, classroom.instructor);
    expect(thirty.statements).toHaveLength(two.statements.length);
  });

  it('is counted only on request', async () => {
    const plain = await statementsOf('{ courses { nodes { id } } }', {}, classroom.instructor);
    const counted = await statementsOf('{ courses { nodes { id } totalCount } }', {}, classroom.instructor);
    expect([plain.statements.length, counted.statements.length]).toEqual([1, 2]);
  });
});
