import { createTestTokens, type TestTokens, type TestViewer } from '@lyceum/auth/testing';
import { startTestSubgraph, type TestSubgraph } from '@lyceum/subgraph/testing';
import { assessment } from './index.ts';
import { type SeededCourse, seedBank, seedCourse, seedExam, start } from './testing/seed.ts';

const roles = ['instructor', 'foreignInstructor', 'learner', 'classmate', 'stranger', 'anonymous'] as const;
type Who = (typeof roles)[number];

let tested: TestSubgraph;
let viewers: Record<Who, TestViewer | undefined>;
let ids: Record<'bankId' | 'examId' | 'attemptId' | 'itemId' | 'courseId' | 'learnerId' | 'gradeId', string>;

beforeAll(async () => {
  const tokens: TestTokens = await createTestTokens();
  tested = await startTestSubgraph(assessment, { tokens });
  const course: SeededCourse = await seedCourse(tested, tokens);
  const [learner, classmate] = [await course.enrol(), await course.enrol()];
  viewers = {
    instructor: course.instructor,
    foreignInstructor: await tokens.signIn('INSTRUCTOR'),
    learner,
    classmate,
    stranger: await tokens.signIn('STUDENT'),
    anonymous: undefined,
  };
  const bankId = await seedBank(tested, course.instructor);
  const examId = await seedExam(tested, course, { attemptsAllowed: 3 });
  const graded = await start(tested, examId, learner);
  await tested.send(
    'mutation ($id: ID!) { submitAttempt(input: { attemptId: $id, idempotencyKey: "a" }) { __typename } }',
    { id: graded.id },
    learner,
  );
  const [grade] = await tested.database.dataSource.query('SELECT id FROM grade');
  const attempt = await start(tested, examId, learner);
  ids = {
    bankId,
    examId,
    attemptId: attempt.id,
    itemId: String(attempt.items[0]?.id),
    courseId: course.courseId,
    learnerId: learner.userId,
    gradeId: grade.id,
  };
});
afterAll(() => tested.stop());

/** What a viewer gets: data if they may see it, otherwise the error code. */
type Outcome = 'seen' | 'null' | 'empty' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND';

async function outcomeOf(document: string, who: Who): Promise<Outcome> {
  const { data, errors } = await tested.send<Record<string, unknown>>(document, {}, viewers[who]);
  if (errors) return errors[0]?.extensions.code as Outcome;
  const value = Object.values(data ?? {})[0];
  const [first] = Array.isArray(value) ? value : [value];
  if (first === null) return 'null';
  return JSON.stringify(first).includes('[]') ? 'empty' : 'seen';
}

const entity = (type: string, id: string, fields: string) =>
  `{ _entities(representations: [{ __typename: "${type}", id: "${id}" }]) { ... on ${type} { ${fields} } } }`;

const cases: [string, () => string, Record<Who, Outcome>][] = [
  [
    'a question bank',
    () => `{ questionBank(id: "${ids.bankId}") { name } }`,
    {
      instructor: 'seen',
      foreignInstructor: 'null',
      learner: 'FORBIDDEN',
      classmate: 'FORBIDDEN',
      stranger: 'FORBIDDEN',
      anonymous: 'UNAUTHENTICATED',
    },
  ],
  [
    'an exam',
    () => `{ exam(id: "${ids.examId}") { title } }`,
    {
      instructor: 'seen',
      foreignInstructor: 'null',
      learner: 'seen',
      classmate: 'seen',
      stranger: 'null',
      anonymous: 'UNAUTHENTICATED',
    },
  ],
  [
    'all attempts at an exam',
    () => `{ exam(id: "${ids.examId}") { attempts { nodes { id } } } }`,
    {
      instructor: 'seen',
      foreignInstructor: 'null',
      learner: 'FORBIDDEN',
      classmate: 'FORBIDDEN',
      stranger: 'null',
      anonymous: 'UNAUTHENTICATED',
    },
  ],
  [
    'an attempt',
    () => `{ attempt(id: "${ids.attemptId}") { status } }`,
    {
      instructor: 'seen',
      foreignInstructor: 'null',
      learner: 'seen',
      classmate: 'null',
      stranger: 'null',
      anonymous: 'UNAUTHENTICATED',
    },
  ],
  [
    'an attempt as an entity',
    () => entity('Attempt', ids.attemptId, 'status'),
    {
      instructor: 'seen',
      foreignInstructor: 'null',
      learner: 'seen',
      classmate: 'null',
      stranger: 'null',
      anonymous: 'UNAUTHENTICATED',
    },
  ],
  [
    'a grade as an entity',
    () => entity('Grade', ids.gradeId, 'percentage'),
    {
      instructor: 'seen',
      foreignInstructor: 'null',
      learner: 'seen',
      classmate: 'null',
      stranger: 'null',
      anonymous: 'UNAUTHENTICATED',
    },
  ],
  [
    'a person’s grades in a course',
    () => entity('User', ids.learnerId, `grades(courseId: "${ids.courseId}") { percentage }`),
    {
      instructor: 'seen',
      foreignInstructor: 'empty',
      learner: 'seen',
      classmate: 'empty',
      stranger: 'empty',
      anonymous: 'UNAUTHENTICATED',
    },
  ],
  [
    'the grades of a course',
    () => entity('Course', ids.courseId, 'grades { nodes { percentage } }'),
    {
      instructor: 'seen',
      foreignInstructor: 'FORBIDDEN',
      learner: 'seen',
      classmate: 'empty',
      stranger: 'FORBIDDEN',
      anonymous: 'UNAUTHENTICATED',
    },
  ],
  [
    'saving in an attempt',
    () => `mutation { saveResponses(input: { attemptId: "${ids.attemptId}", responses: [
      { itemId: "${ids.itemId}", sequence: 1, text: "mine" }] }) { __typename } }`,
    {
      instructor: 'NOT_FOUND',
      foreignInstructor: 'NOT_FOUND',
      learner: 'seen',
      classmate: 'NOT_FOUND',
      stranger: 'NOT_FOUND',
      anonymous: 'UNAUTHENTICATED',
    },
  ],
  [
    'publishing an exam',
    () => `mutation { publishExam(input: { examId: "${ids.examId}", expectedVersion: 1 }) { __typename } }`,
    {
      instructor: 'seen',
      foreignInstructor: 'NOT_FOUND',
      learner: 'FORBIDDEN',
      classmate: 'FORBIDDEN',
      stranger: 'FORBIDDEN',
      anonymous: 'UNAUTHENTICATED',
    },
  ],
  [
    'starting an attempt',
    () => `mutation { startAttempt(input: { examId: "${ids.examId}" }) { __typename } }`,
    {
      instructor: 'FORBIDDEN',
      foreignInstructor: 'NOT_FOUND',
      learner: 'seen',
      classmate: 'seen',
      stranger: 'NOT_FOUND',
      anonymous: 'UNAUTHENTICATED',
    },
  ],
];

describe.each(cases)('%s', (_what, document, expected) => {
  it.each(roles)('as seen by the %s', async (who) => {
    expect(await outcomeOf(document(), who)).toBe(expected[who]);
  });
});
