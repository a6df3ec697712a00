import {
  CatalogueDocument,
  CourseGradesDocument,
  CourseRollDocument,
  GradeChangedDocument,
  SubmitAttemptDocument,
} from '@lyceum/cli/demo';
import { send } from '@lyceum/client';
import { testServerUrl } from '@lyceum/testing';
import { createInstallation, type Installation } from '../harness/installation.ts';
import { answerRight, enrolStudents, handIn, type Member, openSchool, type School, sit } from '../harness/school.ts';
import { type SeparateProcesses, startSeparately } from '../harness/separate-processes.ts';
import { killAll } from '../harness/spawned.ts';

let installation: Installation;
let school: School;
let graded: Member;
let waiting: Member;
let inOneProcess: readonly unknown[];
let separate: SeparateProcesses;

beforeAll(async () => {
  installation = await createInstallation(testServerUrl());
  const lyceum = await installation.launch();
  school = await openSchool(lyceum.url, { title: 'Topology' });
  const students = await enrolStudents(lyceum.url, school, 2);
  [graded, waiting] = students as [Member, Member];
  const sitting = await sit(graded, school);
  await answerRight(graded, school, sitting);
  await handIn(graded, sitting);
  // When the student may start, all earlier events have reached assessment.
  await sit(waiting, school);
  inOneProcess = await answersOf(lyceum.url);
  await lyceum.stop();
  separate = await startSeparately(installation.settings);
}, 60_000);

afterAll(async () => {
  await killAll();
  await installation.remove();
});

/** The results of the same operations, valid and invalid, without per-request data. */
async function answersOf(url: string): Promise<unknown[]> {
  const { courseId, instructor, examId } = school;
  const missing = '01900000-0000-7000-8000-000000000000';
  const asked: readonly [document: Parameters<typeof send>[1], variables: Record<string, unknown>, Member | null][] = [
    [CourseRollDocument, { courseId, first: 10 }, instructor],
    [CourseGradesDocument, { courseId, first: 10 }, graded],
    [CatalogueDocument, { first: 10 }, null],
    ['query ($id: ID!) { exam(id: $id) { title status } }', { id: examId }, waiting],
    [SubmitAttemptDocument, { attemptId: missing, idempotencyKey: 'once' }, waiting],
    [CourseGradesDocument, { courseId, first: 10 }, null],
    [CourseGradesDocument, { courseId, first: 101 }, instructor],
    [CourseRollDocument, { courseId: 'not an id', first: 10 }, instructor],
    [CourseRollDocument, { courseId, first: 10 }, waiting],
    ['{ courses { nodes { isbn } } }', {}, null],
  ];
  return Promise.all(
    asked.map(async ([document, variables, person]) => {
      const { status, data, errors } = await send(url, document, variables, { token: person?.token });
      return { status, data, errors: errors?.map(withoutRequestId) };
    }),
  );
}

function withoutRequestId({
  message,
  path,
  extensions,
}: NonNullable<Awaited<ReturnType<typeof send>>['errors']>[number]) {
  const { requestId, ...others } = extensions;
  return { message: message.replaceAll(String(requestId), '…'), path, extensions: others };
}

const codesOf = (answer: unknown) =>
  (answer as { errors?: { extensions: { code: string } }[] }).errors?.map(({ extensions }) => extensions.code);

describe('the subgraphs and the gateway as separate processes', () => {
  it('answer the same as a single process, including errors', async () => {
    const answers = await answersOf(separate.url);
    expect(answers).toEqual(inOneProcess);
    const learner = (name: string) => expect.objectContaining({ learner: expect.objectContaining({ name }) });
    const nodes = expect.arrayContaining([learner(graded.name), learner(waiting.name)]);
    expect(answers[0]).toMatchObject({
      status: 200,
      data: { course: { title: 'Topology', enrolments: { nodes } } },
      errors: undefined,
    });
    expect(answers.map((answer) => codesOf(answer)?.[0])).toEqual([
      undefined,
      undefined,
      'UNAUTHENTICATED',
      undefined,
      'NOT_FOUND',
      'UNAUTHENTICATED',
      'BAD_USER_INPUT',
      'BAD_USER_INPUT',
      'FORBIDDEN',
      'GRAPHQL_VALIDATION_FAILED',
    ]);
  });

  it('process an exam, and push the grade to the instructor’s subscription', async () => {
    const { instructor, courseId, title } = school;
    const { course } = await instructor.at(separate.url).do(CourseGradesDocument, { courseId, first: 10 });
    const after = course?.grades?.feedCursor ?? null;
    const follower = instructor.at(separate.url).follow(GradeChangedDocument, { courseId, after });
    try {
      const student = waiting.at(separate.url);
      const sitting = await sit(student, school);
      await answerRight(student, school, sitting);
      await handIn(student, sitting);
      expect((await follower.next()).gradeChanged).toMatchObject({
        course: { title },
        learner: { name: waiting.name },
        grade: { percentage: '100.00' },
      });
    } finally {
      await follower.close();
    }
  });

  it('accept nothing without the gateway’s signature, from any viewer', async () => {
    for (const { url } of separate.subgraphs.values()) {
      for (const query of ['{ __typename }', '{ _service { sdl } }']) {
        const { status, data, errors } = await send(url, query, {}, { token: school.instructor.token });
        expect([status, data, errors?.[0]?.extensions.code]).toEqual([401, undefined, 'UNAUTHENTICATED']);
      }
    }
  });

  it('continue without one of them: its fields return an error, and readiness names it', async () => {
    const assessment = separate.subgraphs.get('assessment');
    assessment?.process.signal('SIGTERM');
    expect(await assessment?.process.ended).toEqual({ code: 0, signal: null });

    const { status, data, errors } = await send(
      separate.url,
      'query ($courseId: ID!, $examId: ID!) { course(id: $courseId) { title } exam(id: $examId) { title } }',
      { courseId: school.courseId, examId: school.examId },
      { token: waiting.token },
    );
    expect([status, data]).toEqual([200, { course: { title: 'Topology' }, exam: null }]);
    expect(errors).toMatchObject([
      { path: ['exam'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'assessment' } },
    ]);
    const health = await fetch(new URL('/health/ready', separate.url));
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject({
      status: 'unavailable',
      subgraphs: {
        assessment: { status: 'unavailable' },
        course: { status: 'ready' },
        identity: { status: 'ready' },
      },
    });
  });

  it('exit with 0 on request', async () => {
    const rest = ['identity', 'course'] as const;
    const processes = [separate.gateway, ...rest.flatMap((name) => separate.subgraphs.get(name)?.process ?? [])];
    for (const process of processes) process.signal('SIGTERM');
    expect((await Promise.all(processes.map(({ ended }) => ended))).map(({ code }) => code)).toEqual([0, 0, 0]);
  });
});
