import { createTestTokens, type TestTokens, type TestViewer } from '@lyceum/auth/testing';
import type { GraphQLAnswer } from '@lyceum/client';
import { startTestSubgraph, type TestSubgraph } from '@lyceum/subgraph/testing';
import { course } from '../subgraph.ts';

/** Two instructors, an administrator, and their course subgraph. */
export interface Classroom
  extends Pick<TestSubgraph, 'send' | 'published' | 'eventsCarried' | 'database' | 'dataSource' | 'stop'> {
  readonly tokens: TestTokens;
  readonly instructor: TestViewer;
  readonly otherInstructor: TestViewer;
  readonly admin: TestViewer;
}

export interface ShownCourse {
  readonly id: string;
  readonly version: number;
  readonly chapters: readonly {
    readonly id: string;
    readonly title: string;
    readonly lessons: readonly { readonly id: string; readonly title: string }[];
  }[];
}

export interface ShownEnrolment {
  readonly id: string;
  readonly version: number;
}

/** The result of a mutation; which fields are present depends on its outcome. */
export interface Outcome {
  readonly __typename: string;
  readonly message: string;
  readonly field: string;
  readonly yours: number;
  readonly course: ShownCourse;
  readonly current: ShownCourse;
  readonly enrolment: ShownEnrolment;
}

export async function openClassroom(): Promise<Classroom> {
  const tokens = await createTestTokens();
  const tested = await startTestSubgraph(course, { tokens, topics: ['course.course', 'course.enrolment'] });
  const [instructor, otherInstructor, admin] = await Promise.all([
    tokens.signIn('INSTRUCTOR'),
    tokens.signIn('INSTRUCTOR'),
    tokens.signIn('ADMIN'),
  ]);
  return { ...tested, tokens, instructor, otherInstructor, admin };
}

const outline = 'id version chapters { id title lessons { id title } }';
const selections: Readonly<Record<string, string>> = {
  CourseConflict: `message yours current { ${outline} }`,
  InvalidInput: 'message field',
};

/** Sends one mutation and selects the fields of its success and its named failures. */
export async function send(
  { send }: Classroom,
  name: string,
  input: Record<string, unknown>,
  viewer?: TestViewer,
): Promise<GraphQLAnswer<Record<string, Outcome>>> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const success = name === 'enrol' || name === 'completeLesson' ? 'enrolment { id version }' : `course { ${outline} }`;
  const failures = name === 'enrol' || name === 'completeLesson' ? [] : failuresOf(name);
  const document = `mutation ($input: ${type}Input!) {
    ${name}(input: $input) {
      __typename
      ... on Error { message }
      ... on ${type}Success { ${success} }
      ${failures.map((failure) => `... on ${failure} { ${selections[failure]} }`).join('\n')}
    }
  }`;
  return send(document, { input }, viewer);
}

function failuresOf(name: string): string[] {
  if (name === 'createCourse') return ['InvalidInput'];
  if (name === 'publishCourse' || name.startsWith('remove')) return ['CourseConflict'];
  return ['CourseConflict', 'InvalidInput'];
}

/** The outcome of one mutation without request errors. */
export async function mutate(
  classroom: Classroom,
  name: string,
  input: Record<string, unknown>,
  viewer: TestViewer = classroom.instructor,
): Promise<Outcome> {
  const { data, errors } = await send(classroom, name, input, viewer);
  const outcome = data?.[name];
  if (!outcome) throw new Error(`${name}: ${JSON.stringify(errors)}`);
  return outcome;
}

/** A draft of the instructor's with the given number of lessons in each chapter. */
export async function draftCourse(
  classroom: Classroom,
  lessonsOfChapters: readonly number[] = [2],
  title = 'Analytical engines',
): Promise<ShownCourse> {
  const chapters = lessonsOfChapters.map((count, chapter) => ({
    title: `Chapter ${chapter}`,
    lessons: Array.from({ length: count }, (_, lesson) => ({
      title: `Lesson ${chapter}.${lesson}`,
      body: `The text of ${chapter}.${lesson}`,
    })),
  }));
  return (await mutate(classroom, 'createCourse', { title, summary: 'How they *work*', chapters })).course;
}

/** A published course of the instructor's. */
export async function openCourse(
  classroom: Classroom,
  lessonsOfChapters: readonly number[] = [2],
  title?: string,
): Promise<ShownCourse> {
  const draft = await draftCourse(classroom, lessonsOfChapters, title);
  const input = { courseId: draft.id, expectedVersion: draft.version };
  return (await mutate(classroom, 'publishCourse', input)).course;
}

/** A student who takes the course. */
export async function enrolStudent(
  classroom: Classroom,
  courseId: string,
): Promise<{ student: TestViewer; enrolment: ShownEnrolment }> {
  const student = await classroom.tokens.signIn('STUDENT');
  const { enrolment } = await mutate(classroom, 'enrol', { courseId }, student);
  return { student, enrolment };
}

export function lessonIdsOf(course: ShownCourse): string[] {
  return course.chapters.flatMap(({ lessons }) => lessons.map(({ id }) => id));
}
