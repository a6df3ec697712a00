import type { TestViewer } from '@lyceum/auth/testing';
import { ChapterId, CourseId, LessonId, newId } from '@lyceum/contracts';
import {
  type Classroom,
  draftCourse,
  enrolStudent,
  lessonIdsOf,
  openClassroom,
  openCourse,
  type ShownCourse,
  send,
} from './testing/classroom.ts';

/** The viewers, in the order of the columns below. */
type People = Readonly<Record<'owner' | 'admin' | 'other' | 'student' | 'nobody', TestViewer | undefined>>;

let classroom: Classroom;
let people: People;
let draft: ShownCourse;
let open: ShownCourse;
let enrolled: { student: TestViewer; enrolment: { id: string } };

beforeAll(async () => {
  classroom = await openClassroom();
  const { instructor: owner, admin, otherInstructor: other, tokens } = classroom;
  people = { owner, admin, other, student: await tokens.signIn('STUDENT'), nobody: undefined };
  draft = await draftCourse(classroom, [2]);
  open = await openCourse(classroom, [2]);
  enrolled = await enrolStudent(classroom, open.id);
});
afterAll(() => classroom.stop());

/** The outcome for each viewer. */
async function forEverybody(ask: (viewer: TestViewer | undefined) => Promise<unknown>): Promise<unknown[]> {
  return Promise.all([people.owner, people.admin, people.other, people.student, people.nobody].map(ask));
}

const ids = (course: ShownCourse) => ({
  courseId: course.id,
  chapterId: course.chapters[0]?.id ?? '',
  lessonId: lessonIdsOf(course)[0] ?? '',
});
const missing = { courseId: newId(CourseId), chapterId: newId(ChapterId), lessonId: newId(LessonId) };
type Ids = ReturnType<typeof ids>;

/** Every edit by id. The version never matches, so nothing changes: a viewer with the right gets a conflict. */
const edits: [name: string, input: (ids: Ids) => Record<string, unknown>][] = [
  ['updateCourse', ({ courseId }) => ({ courseId })],
  ['publishCourse', ({ courseId }) => ({ courseId })],
  ['addChapter', ({ courseId }) => ({ courseId, title: 'x' })],
  ['updateChapter', ({ chapterId }) => ({ chapterId, title: 'x' })],
  ['moveChapter', ({ chapterId }) => ({ chapterId, position: 0 })],
  ['removeChapter', ({ chapterId }) => ({ chapterId })],
  ['addLesson', ({ chapterId }) => ({ chapterId, title: 'x' })],
  ['updateLesson', ({ lessonId }) => ({ lessonId })],
  ['moveLesson', ({ lessonId }) => ({ lessonId, position: 0 })],
  ['removeLesson', ({ lessonId }) => ({ lessonId })],
];

async function outcomeOf(name: string, input: Record<string, unknown>, viewer: TestViewer | undefined) {
  const { data, errors } = await send(classroom, name, input, viewer);
  return data?.[name]?.__typename ?? errors?.[0]?.extensions.code;
}

describe.each(edits)('%s', (name, input) => {
  it('is allowed for the staff of the course; for others a draft does not exist', async () => {
    const ask = (of: Ids) => forEverybody((viewer) => outcomeOf(name, { ...input(of), expectedVersion: 99 }, viewer));
    expect(await ask(ids(draft))).toEqual([
      'CourseConflict',
      'CourseConflict',
      'NOT_FOUND',
      'FORBIDDEN',
      'UNAUTHENTICATED',
    ]);
    expect(await ask(ids(open))).toEqual([
      'CourseConflict',
      'CourseConflict',
      'FORBIDDEN',
      'FORBIDDEN',
      'UNAUTHENTICATED',
    ]);
    expect(await ask(missing)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED']);
  });

  it('gives the same answer for another person’s draft and a missing course, except for the id', async () => {
    const messageFor = async (of: Ids) => {
      const { errors } = await send(classroom, name, { ...input(of), expectedVersion: 1 }, people.other);
      return errors?.[0]?.message.replace(/[0-9a-f-]{36}/, 'ID');
    };
    expect(await messageFor(ids(draft))).toBe(await messageFor(missing));
  });
});

describe('enrolling in a course', () => {
  it('is allowed for everyone who is signed in, once it is published', async () => {
    const enrol = ({ courseId }: Ids) => forEverybody((viewer) => outcomeOf('enrol', { courseId }, viewer));
    expect(await enrol(ids(draft))).toEqual([
      'CourseNotOpen',
      'CourseNotOpen',
      'NOT_FOUND',
      'NOT_FOUND',
      'UNAUTHENTICATED',
    ]);
    expect(await enrol(missing)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'UNAUTHENTICATED']);
    const complete = ({ lessonId }: Ids) => forEverybody((viewer) => outcomeOf('completeLesson', { lessonId }, viewer));
    expect(await complete(ids(open))).toEqual([
      'NotEnrolled',
      'NotEnrolled',
      'NotEnrolled',
      'NotEnrolled',
      'UNAUTHENTICATED',
    ]);
    expect(await complete(ids(draft))).toEqual([
      'NotEnrolled',
      'NotEnrolled',
      'NOT_FOUND',
      'NOT_FOUND',
      'UNAUTHENTICATED',
    ]);
    expect(await complete(missing)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'UNAUTHENTICATED']);
  });
});

describe('creating a course', () => {
  it('is allowed for instructors', async () => {
    const outcomes = await forEverybody((viewer) => outcomeOf('createCourse', { title: 'Mine' }, viewer));
    const made = 'CreateCourseSuccess';
    expect(outcomes).toEqual([made, made, made, 'FORBIDDEN', 'UNAUTHENTICATED']);
  });
});

describe('reading', () => {
  async function seen(document: string, variables: Record<string, unknown>, viewer: TestViewer | undefined) {
    const { data, errors } = await classroom.send<Record<string, unknown>>(document, variables, viewer);
    return errors?.[0]?.extensions.code ?? Object.values(data ?? {})[0];
  }

  it('a course is visible to everyone who is signed in, a draft to its staff', async () => {
    const ask = (id: string) =>
      forEverybody((viewer) => seen('query ($id: ID!) { course(id: $id) { id } }', { id }, viewer));
    expect(await ask(open.id)).toEqual([...Array(4).fill({ id: open.id }), 'UNAUTHENTICATED']);
    expect(await ask(draft.id)).toEqual([{ id: draft.id }, { id: draft.id }, null, null, 'UNAUTHENTICATED']);
    expect(await ask(missing.courseId)).toEqual([null, null, null, null, 'UNAUTHENTICATED']);
  });

  it('the text of a lesson is visible to learners of the course and its staff', async () => {
    const document = 'query ($id: ID!) { lesson(id: $id) { title body } }';
    const ask = (id: string) => forEverybody((viewer) => seen(document, { id }, viewer));
    const whole = { title: 'Lesson 0.0', body: 'The text of 0.0' };
    const title = { title: 'Lesson 0.0', body: null };
    expect(await ask(ids(open).lessonId)).toEqual([whole, whole, title, title, 'UNAUTHENTICATED']);
    expect(await ask(ids(draft).lessonId)).toEqual([whole, whole, null, null, 'UNAUTHENTICATED']);
    expect(await seen(document, { id: ids(open).lessonId }, enrolled.student)).toEqual(whole);
  });

  it('the enrolments of a course are visible to its staff; others still see the rest of the course', async () => {
    const document = 'query ($id: ID!) { course(id: $id) { id enrolments { totalCount } } }';
    const variables = { id: open.id };
    const all = { id: open.id, enrolments: { totalCount: 1 } };
    const outcomes = await forEverybody((viewer) => seen(document, variables, viewer));
    expect(outcomes).toEqual([all, all, 'FORBIDDEN', 'FORBIDDEN', 'UNAUTHENTICATED']);
    const { data } = await classroom.send(document, variables, people.student);
    expect(data).toEqual({ course: { id: open.id, enrolments: null } });
  });

  it('lists require a sign-in', async () => {
    for (const document of ['{ courses { totalCount } }', '{ myCourses { teaching { totalCount } } }']) {
      expect(await seen(document, {}, undefined)).toBe('UNAUTHENTICATED');
    }
  });

  it.each([
    ['Course', () => open.id, [true, true, true, true]],
    ['Course', () => draft.id, [true, true, false, false]],
    ['Lesson', () => ids(open).lessonId, [true, true, true, true]],
    ['Lesson', () => ids(draft).lessonId, [true, true, false, false]],
    ['Enrolment', () => enrolled.enrolment.id, [true, true, false, false]],
  ] as const)('through _entities is the same as through queries: %s', async (__typename, idOf, expected) => {
    const document = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${__typename} { id } } }`;
    const id = idOf();
    const outcomes = await forEverybody((viewer) => seen(document, { of: [{ __typename, id }] }, viewer));
    expect(outcomes).toEqual([...expected.map((visible) => [visible ? { id } : null]), 'UNAUTHENTICATED']);
  });

  it('an enrolment is visible to its learner', async () => {
    const document = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enrolment { id version } } }';
    const { id } = enrolled.enrolment;
    expect(await seen(document, { of: [{ __typename: 'Enrolment', id }] }, enrolled.student)).toEqual([
      { id, version: 1 },
    ]);
  });
});
