import { createTestTokens, type TestTokens } from '@lyceum/auth/testing';
import type { GraphQLAnswer } from '@lyceum/client';
import { startTestSubgraph, type TestSubgraph } from '@lyceum/subgraph/testing';
import { assessment } from './index.ts';
import {
  rightResponse,
  type SeededCourse,
  type SeenAttempt,
  save,
  seedBank,
  seedCourse,
  seedExam,
  start,
  submit,
} from './testing/seed.ts';

let tokens: TestTokens;
let tested: TestSubgraph;
let course: SeededCourse;

beforeAll(async () => {
  tokens = await createTestTokens();
  // The pool has one connection, so anything that needs two at once would fail.
  tested = await startTestSubgraph(assessment, { tokens });
  course = await seedCourse(tested, tokens);
});
afterAll(() => tested.stop());

/** The number of occurrences of each typename, with error codes. */
function countByType(answers: readonly GraphQLAnswer<unknown>[]) {
  const counts: Record<string, number> = {};
  for (const { data, errors } of answers) {
    const [result] = Object.values((data ?? {}) as Record<string, { __typename: string } | null>);
    const outcome = String(errors?.[0]?.extensions?.code ?? result?.__typename);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

describe('parallel edits', () => {
  it('of one draft are all answered, and one succeeds', async () => {
    const bankId = await seedBank(tested, course.instructor);
    const section = { title: 'All', bankId, category: 'algebra', drawCount: 3, pointsPerItem: '2' };
    const created = await tested.send<{ createExam: { exam: { id: string } } }>(
      'mutation ($input: CreateExamInput!) { createExam(input: $input) { ... on CreateExamSuccess { exam { id } } } }',
      { input: { courseId: course.courseId, title: 'Draft', sections: [section] } },
      course.instructor,
    );
    const examId = created.data?.createExam.exam.id;
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        tested.send(
          'mutation ($input: UpdateExamInput!) { updateExam(input: $input) { __typename } }',
          { input: { examId, expectedVersion: 1, title: `Edit ${index}`, sections: [section] } },
          course.instructor,
        ),
      ),
    );
    expect(countByType(answers)).toEqual({ UpdateExamSuccess: 1, ExamConflict: 29 });
  });

  it('of different attempts all succeed, while a learner continues to save', async () => {
    const examId = await seedExam(tested, course, { sections: [{ category: 'prose', drawCount: 1 }] });
    const graded: SeenAttempt[] = [];
    for (let number = 0; number < 20; number += 1) {
      const learner = await course.enrol();
      const attempt = await start(tested, examId, learner);
      await submit(tested, attempt.id, learner);
      graded.push(attempt);
    }
    const bystander = await course.enrol();
    const ownAttempt = await start(tested, examId, bystander);
    const [item] = ownAttempt.items;
    const reviews = graded.map(({ id, items }) =>
      tested.send(
        'mutation ($input: ReviewItemInput!) { reviewItem(input: $input) { __typename } }',
        { input: { attemptId: id, itemId: items[0]?.id, points: '1', expectedVersion: 3 } },
        course.instructor,
      ),
    );
    const saves = Array.from({ length: 5 }, (_, index) =>
      save(
        tested,
        ownAttempt.id,
        [{ itemId: item?.id, sequence: index + 1, ...(item && rightResponse(item)) }],
        bystander,
      ),
    );
    expect(countByType(await Promise.all(reviews))).toEqual({ ReviewItemSuccess: 20 });
    expect(countByType(await Promise.all(saves))).toEqual({ SaveResponsesSuccess: 5 });
  });
});
