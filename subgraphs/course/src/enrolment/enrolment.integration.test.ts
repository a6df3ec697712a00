import {
  type Classroom,
  draftCourse,
  enrolStudent,
  lessonIdsOf,
  mutate,
  openClassroom,
  openCourse,
} from '../testing/classroom.ts';

let classroom: Classroom;

beforeAll(async () => {
  classroom = await openClassroom();
});
afterAll(() => classroom.stop());

function eventsOf(enrolmentId: string) {
  return classroom.published.filter(({ subject }) => subject === enrolmentId);
}

describe('enrolling', () => {
  it('gives one enrolment and one event, even if a learner sends twenty concurrent requests', async () => {
    const { id: courseId } = await openCourse(classroom);
    const student = await classroom.tokens.signIn('STUDENT');
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => mutate(classroom, 'enrol', { courseId }, student)),
    );
    const ids = new Set(outcomes.map(({ enrolment }) => enrolment.id));
    expect(ids.size).toBe(1);
    const [enrolmentId = ''] = ids;
    await classroom.eventsCarried();
    expect(eventsOf(enrolmentId)).toEqual([
      expect.objectContaining({
        type: 'course.enrolment.created.v1',
        aggregateversion: 1,
        data: { enrolmentId, courseId, learnerId: student.userId, enrolledAt: expect.any(String) },
      }),
    ]);
  });

  it('requires a published course', async () => {
    const { id: courseId } = await draftCourse(classroom);
    expect((await mutate(classroom, 'enrol', { courseId })).__typename).toBe('CourseNotOpen');
  });
});

describe('completing a lesson', () => {
  it('counts once, with one event, even with twenty concurrent requests', async () => {
    const course = await openCourse(classroom, [2, 1]);
    const [lessonId] = lessonIdsOf(course);
    const { student, enrolment } = await enrolStudent(classroom, course.id);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => mutate(classroom, 'completeLesson', { lessonId }, student)),
    );
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome.enrolment)))).toEqual(
      new Set([JSON.stringify({ id: enrolment.id, version: 2 })]),
    );
    await classroom.eventsCarried();
    expect(eventsOf(enrolment.id).slice(1)).toEqual([
      expect.objectContaining({
        type: 'course.enrolment.lesson-completed.v1',
        aggregateversion: 2,
        data: {
          enrolmentId: enrolment.id,
          courseId: course.id,
          learnerId: student.userId,
          lessonId,
          completedLessons: 1,
          totalLessons: 3,
          completedAt: expect.any(String),
        },
      }),
    ]);
  });

  it('increments versions and counts one by one, even if all lessons are completed at once', async () => {
    const course = await openCourse(classroom, [4, 4]);
    const { student, enrolment } = await enrolStudent(classroom, course.id);
    await Promise.all(
      lessonIdsOf(course).map((lessonId) => mutate(classroom, 'completeLesson', { lessonId }, student)),
    );
    await classroom.eventsCarried();
    const facts = eventsOf(enrolment.id).map(({ aggregateversion, data }) => [
      aggregateversion,
      (data as { completedLessons?: number }).completedLessons,
    ]);
    expect(facts).toEqual([[1, undefined], ...[1, 2, 3, 4, 5, 6, 7, 8].map((count) => [count + 1, count])]);
    const { data } = await classroom.send(
      `query ($id: ID!) { course(id: $id) {
        myEnrolment { progress { completedLessons totalLessons percentage lastCompletedAt } }
        chapters { lessons { completedAt } }
      } }`,
      { id: course.id },
      student,
    );
    expect(data).toMatchObject({
      course: {
        myEnrolment: {
          progress: { completedLessons: 8, totalLessons: 8, percentage: 100, lastCompletedAt: expect.any(String) },
        },
      },
    });
    expect(JSON.stringify(data)).not.toContain('"completedAt":null');
  });

  it('is allowed for learners of the course', async () => {
    const course = await openCourse(classroom);
    const [lessonId] = lessonIdsOf(course);
    const { data } = await classroom.send(
      `mutation ($lessonId: ID!) { completeLesson(input: { lessonId: $lessonId }) {
        __typename ... on NotEnrolled { message course { id } }
      } }`,
      { lessonId },
      await classroom.tokens.signIn('STUDENT'),
    );
    expect(data).toEqual({
      completeLesson: {
        __typename: 'NotEnrolled',
        message: 'Only learners of “Analytical engines” can complete its lessons: enrol first.',
        course: { id: course.id },
      },
    });
  });
});

describe('the enrolments of a course', () => {
  it('are paginated, in the order of enrolment', async () => {
    const { id } = await openCourse(classroom);
    const learners: string[] = [];
    for (let number = 0; number < 5; number += 1) {
      learners.push((await enrolStudent(classroom, id)).student.userId);
    }
    const document = /* GraphQL */ `
      query ($id: ID!, $after: Cursor) {
        course(id: $id) {
          enrolments(first: 2, after: $after) {
            nodes { learner { id } }
            pageInfo { hasNextPage endCursor }
            totalCount
          }
        }
      }`;
    interface Page {
      course: {
        enrolments: {
          nodes: { learner: { id: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
          totalCount: number;
        };
      };
    }
    const pages: string[][] = [];
    let after: string | undefined;
    let more = true;
    while (more) {
      const { data } = await classroom.send<Page>(document, { id, after }, classroom.instructor);
      if (!data) throw new Error('no data');
      const { nodes, pageInfo, totalCount } = data.course.enrolments;
      expect(totalCount).toBe(5);
      pages.push(nodes.map(({ learner }) => learner.id));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(pages).toEqual([learners.slice(0, 2), learners.slice(2, 4), learners.slice(4)]);
  });
});
