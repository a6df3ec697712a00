import { createTestTokens, type TestViewer } from '@lyceum/auth/testing';
import { startTestSubgraph, type TestSubgraph } from '@lyceum/subgraph/testing';
import { assessment } from './index.ts';
import { seedBank, seedCourse, seedExam, start, submit } from './testing/seed.ts';

let tested: TestSubgraph;
let instructor: TestViewer;
let learner: TestViewer;
let ids: { courseId: string; examId: string };

beforeAll(async () => {
  const tokens = await createTestTokens();
  tested = await startTestSubgraph(assessment, { tokens });
  const course = await seedCourse(tested, tokens);
  instructor = course.instructor;
  await seedBank(tested, instructor);
  const examId = await seedExam(tested, course, { attemptsAllowed: 2 });
  learner = await course.enrol();
  const people = [learner, await course.enrol(), await course.enrol()];
  for (const person of people) await submit(tested, (await start(tested, examId, person)).id, person);
  await start(tested, examId, learner);
  ids = { courseId: course.courseId, examId };
});
afterAll(() => tested.stop());

async function countOf(field: string, viewer: TestViewer): Promise<unknown> {
  const { data } = await tested.send(`{ ${field} }`, {}, viewer);
  return JSON.stringify(data).match(/"totalCount":(\d+)/)?.[1];
}

describe('the total count of a list', () => {
  it.each([
    ['a person’s banks', () => 'questionBanks(first: 1) { totalCount }', '2'],
    ['everybody’s attempts', () => `exam(id: "${ids.examId}") { attempts(first: 1) { totalCount } }`, '4'],
    ['everybody’s grades', () => gradesOf(ids.courseId), '3'],
  ])('is that of the whole list, regardless of the page: %s', async (_what, field, count) => {
    expect(await countOf(field(), instructor)).toBe(count);
  });

  it('counts what the viewer may see: a learner’s own grades', async () => {
    expect(await countOf(gradesOf(ids.courseId), learner)).toBe('1');
  });
});

function gradesOf(courseId: string): string {
  return `_entities(representations: [{ __typename: "Course", id: "${courseId}" }]) {
    ... on Course { grades(first: 1) { totalCount } }
  }`;
}
