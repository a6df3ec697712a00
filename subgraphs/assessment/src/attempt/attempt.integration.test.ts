import { createTestTokens, type TestTokens } from '@lyceum/auth/testing';
import { startTestSubgraph, type TestSubgraph } from '@lyceum/subgraph/testing';
import { until } from '@lyceum/testing';
import { assessment } from '../index.ts';
import {
  attemptFields,
  rightResponse,
  type SeededCourse,
  type SeenAttempt,
  save,
  seedCourse,
  seedExam,
  start,
  submit,
} from '../testing/seed.ts';

let tokens: TestTokens;
let tested: TestSubgraph;
let course: SeededCourse;

beforeAll(async () => {
  tokens = await createTestTokens();
  tested = await startTestSubgraph(assessment, {
    tokens,
    topics: ['assessment.attempt', 'assessment.grade', 'assessment.exam'],
  });
  course = await seedCourse(tested, tokens);
});
afterAll(() => tested.stop());

const eventsOf = (subject: string) =>
  tested.published.filter((event) => event.subject === subject).map(({ type }) => type);

describe('an attempt', () => {
  it('is graded on submission, and publishes its events', async () => {
    const examId = await seedExam(tested, course);
    const learner = await course.enrol();
    const attempt = await start(tested, examId, learner);
    const responses = attempt.items.map((item) => ({ itemId: item.id, sequence: 1, ...rightResponse(item) }));
    const saved = await save(tested, attempt.id, responses, learner);
    expect(saved.data?.saveResponses.receipts?.map(({ outcome }) => outcome)).toEqual(['SAVED', 'SAVED', 'SAVED']);
    const { data } = await submit(tested, attempt.id, learner);
    expect(data?.submitAttempt).toMatchObject({
      __typename: 'SubmitAttemptSuccess',
      attempt: {
        status: 'GRADED',
        closedBy: 'LEARNER',
        result: { score: '6.00', maxScore: '6.00', percentage: '100.00', complete: true },
      },
    });
    await tested.eventsCarried();
    expect(eventsOf(attempt.id)).toEqual(['assessment.attempt.submitted.v1']);
    expect(tested.published).toContainEqual(
      expect.objectContaining({
        type: 'assessment.grade.changed.v1',
        data: expect.objectContaining({ learnerId: learner.userId, score: '6.00', feedVersion: expect.any(Number) }),
      }),
    );
  });

  it('does not reveal correct answers while it is in progress', async () => {
    const learner = await course.enrol();
    const attempt = await start(tested, await seedExam(tested, course), learner);
    expect(attempt.items.map(({ result }) => result)).toEqual([null, null, null]);
    expect(JSON.stringify(attempt)).not.toMatch(/fraction|feedback|answer/);
  });

  it('is created once by concurrent starts', async () => {
    const examId = await seedExam(tested, course);
    const learner = await course.enrol();
    const started = await Promise.all(Array.from({ length: 10 }, () => start(tested, examId, learner)));
    expect(new Set(started.map(({ id }) => id)).size).toBe(1);
  });

  it('keeps its questions when questions are added to the bank', async () => {
    const examId = await seedExam(tested, course, { attemptsAllowed: 2 });
    const drawn = async () => {
      const attempt = await start(tested, examId, await course.enrol());
      return attempt.items.map(({ kind }) => kind).sort();
    };
    const before = await drawn();
    await tested.database.dataSource.query(
      "INSERT INTO question SELECT gen_random_uuid(), bank_id, 1, 'later', 'algebra' FROM question LIMIT 50",
    );
    expect(await drawn()).toEqual(before);
  });

  it('is refused when all attempts are used', async () => {
    const examId = await seedExam(tested, course);
    const learner = await course.enrol();
    await submit(tested, (await start(tested, examId, learner)).id, learner);
    const again = await tested.send(
      `mutation ($examId: ID!) {
        startAttempt(input: { examId: $examId }) { __typename ... on NoAttemptsLeft { attemptsAllowed message } }
      }`,
      { examId },
      learner,
    );
    expect(again.data).toEqual({
      startAttempt: {
        __typename: 'NoAttemptsLeft',
        attemptsAllowed: 1,
        message: 'The exam allows 1 attempt; none are left.',
      },
    });
  });

  it('is refused before the exam opens, with the opening time', async () => {
    const opensAt = new Date(Date.now() + 60_000).toISOString();
    const examId = await seedExam(tested, course, { opensAt });
    const answer = await tested.send(
      'mutation ($examId: ID!) { startAttempt(input: { examId: $examId }) { ... on ExamNotOpen { opensAt closesAt } } }',
      { examId },
      await course.enrol(),
    );
    expect(answer.data).toEqual({ startAttempt: { opensAt, closesAt: null } });
  });
});

describe('saving', () => {
  async function startOne() {
    const learner = await course.enrol();
    const attempt = await start(tested, await seedExam(tested, course), learner);
    const item = attempt.items.find(({ kind }) => kind === 'NUMERICAL');
    if (!item) throw new Error('no numerical item');
    const saveNumber = async (sequence: number, number: string) => {
      const { data } = await save(tested, attempt.id, [{ itemId: item.id, sequence, number }], learner);
      return data?.saveResponses.receipts?.[0];
    };
    return { learner, attempt, item, saveNumber };
  }

  it('stores the newest, ignores repetitions, and never overwrites with an older one', async () => {
    const { saveNumber, attempt, learner } = await startOne();
    expect(await saveNumber(2, '4')).toMatchObject({ outcome: 'SAVED', sequence: 2, savedAt: expect.any(String) });
    expect(await saveNumber(2, '4')).toMatchObject({ outcome: 'ALREADY_SAVED', sequence: 2 });
    expect(await saveNumber(2, '5')).toMatchObject({ outcome: 'STALE', sequence: 2 });
    expect(await saveNumber(1, '3')).toMatchObject({ outcome: 'STALE', sequence: 2 });
    const { data } = await submit(tested, attempt.id, learner);
    expect(data?.submitAttempt.attempt.result?.score).toBe('2.00');
  });

  it('reaches the same state in any order of saves', async () => {
    const { saveNumber, item, attempt, learner } = await startOne();
    await Promise.all([5, 3, 1, 4, 2].map((sequence) => saveNumber(sequence, String(sequence))));
    const seen = await start(tested, await examOf(attempt.id), learner);
    const held = seen.items.find(({ id }) => id === item.id);
    expect(held).toMatchObject({ sequence: 5, response: { number: '5' } });
  });

  it('reports the field that an item requires', async () => {
    const { saveNumber, attempt, item, learner } = await startOne();
    expect(await saveNumber(1, 'four')).toMatchObject({
      outcome: 'INVALID',
      message: expect.stringContaining('number'),
    });
    const { data } = await save(tested, attempt.id, [{ itemId: item.id, sequence: 1, value: true }], learner);
    expect(data?.saveResponses.receipts?.[0]).toMatchObject({
      outcome: 'INVALID',
      sequence: 0,
      message: 'An item of kind NUMERICAL requires only number, not value.',
    });
  });

  it('withdraws the response if none is given', async () => {
    const { saveNumber, attempt, item, learner } = await startOne();
    await saveNumber(1, '4');
    await save(tested, attempt.id, [{ itemId: item.id, sequence: 2 }], learner);
    const { data } = await submit(tested, attempt.id, learner);
    expect(data?.submitAttempt.attempt.items.find(({ id }) => id === item.id)?.response).toBeNull();
    expect(data?.submitAttempt.attempt.result?.score).toBe('0.00');
  });

  it('is refused after submission, with the current attempt', async () => {
    const { saveNumber: _unused, attempt, item, learner } = await startOne();
    await submit(tested, attempt.id, learner);
    const { data } = await save(tested, attempt.id, [{ itemId: item.id, sequence: 1, number: '4' }], learner);
    expect(data?.saveResponses).toMatchObject({ __typename: 'AttemptClosed', attempt: { status: 'GRADED' } });
  });

  it('grades every acknowledged response, even if submission races with saving', async () => {
    const { attempt, item, learner, saveNumber } = await startOne();
    const [receipt] = await Promise.all([saveNumber(1, '4'), submit(tested, attempt.id, learner)]);
    const seen = await submit(tested, attempt.id, learner);
    const held = seen.data?.submitAttempt.attempt.items.find(({ id }) => id === item.id);
    expect(held?.result?.points).toBe(receipt?.outcome === 'SAVED' ? '2' : '0');
  });
});

async function examOf(attemptId: string): Promise<string> {
  const [row] = await tested.database.dataSource.query('SELECT exam_id FROM attempt WHERE id = $1', [attemptId]);
  return row.exam_id;
}

describe('submission', () => {
  it('returns the same to a retry, and AlreadySubmitted to another submission', async () => {
    const learner = await course.enrol();
    const attempt = await start(tested, await seedExam(tested, course), learner);
    const first = await submit(tested, attempt.id, learner, 'key');
    expect((await submit(tested, attempt.id, learner, 'key')).data).toEqual(first.data);
    expect((await submit(tested, attempt.id, learner, 'other')).data?.submitAttempt.__typename).toBe(
      'AlreadySubmitted',
    );
  });

  it('happens once when ten run concurrently', async () => {
    const learner = await course.enrol();
    const attempt = await start(tested, await seedExam(tested, course), learner);
    await Promise.all(Array.from({ length: 10 }, (_, index) => submit(tested, attempt.id, learner, `key ${index}`)));
    await tested.eventsCarried();
    expect(eventsOf(attempt.id)).toEqual(['assessment.attempt.submitted.v1']);
    const grades = await tested.database.dataSource.query('SELECT version FROM grade WHERE learner_id = $1', [
      learner.userId,
    ]);
    expect(grades).toEqual([{ version: 1 }]);
  });

  it('happens automatically at the deadline, with the saved responses', async () => {
    const learner = await course.enrol();
    const examId = await seedExam(tested, course, { timeLimitSeconds: 30 });
    const attempt = await start(tested, examId, learner);
    const responses = attempt.items.map((item) => ({ itemId: item.id, sequence: 1, ...rightResponse(item) }));
    await save(tested, attempt.id, responses, learner);
    await tested.database.dataSource.query(
      "UPDATE attempt SET deadline_at = now() - interval '1 second' WHERE id = $1",
      [attempt.id],
    );
    await until(async () => {
      const [row] = await tested.database.dataSource.query('SELECT status FROM attempt WHERE id = $1', [attempt.id]);
      return row.status === 'GRADED';
    });
    const late = await submit(tested, attempt.id, learner);
    expect(late.data?.submitAttempt).toMatchObject({
      __typename: 'DeadlinePassed',
      attempt: { closedBy: 'DEADLINE', result: { score: '6.00' } },
    });
    // It has a trace although no request caused it.
    await tested.eventsCarried();
    const told = tested.published.filter(({ data }) => (data as { attemptId?: string }).attemptId === attempt.id);
    expect(told).toMatchObject(
      Array.from({ length: 2 }, () => ({
        correlationid: expect.any(String),
        traceparent: expect.stringMatching(/-01$/),
      })),
    );
    expect(new Set(told.map(({ traceparent }) => traceparent)).size).toBe(1);
  });

  it('uses the database’s clock, also to refuse a late save', async () => {
    const learner = await course.enrol();
    const attempt = await start(tested, await seedExam(tested, course), learner);
    await tested.database.dataSource.query('UPDATE attempt SET deadline_at = now() WHERE id = $1', [attempt.id]);
    const late = attempt.items.map((item) => ({ itemId: item.id, sequence: 1, ...rightResponse(item) }));
    const { data } = await save(tested, attempt.id, late, learner);
    expect(data?.saveResponses).toMatchObject({ __typename: 'AttemptClosed', attempt: { result: { score: '0.00' } } });
  });
});

describe('reviewing', () => {
  const review = /* GraphQL */ `
    mutation ($input: ReviewItemInput!) {
      reviewItem(input: $input) {
        __typename
        ... on ReviewItemSuccess { attempt { version status result { score complete } } }
        ... on ReviewConflict { current { version } yours }
        ... on InvalidInput { field message }
      }
    }`;

  async function handInEssay() {
    const sections = [{ category: 'prose', drawCount: 1, pointsPerItem: '5' }];
    const learner = await course.enrol();
    const attempt = await start(tested, await seedExam(tested, course, { sections }), learner);
    const [item] = attempt.items;
    if (!item) throw new Error('no item');
    await save(tested, attempt.id, [{ itemId: item.id, sequence: 1, text: 'Because.' }], learner);
    const { data } = await submit(tested, attempt.id, learner);
    const { status, version } = data?.submitAttempt.attempt ?? { status: '', version: 0 };
    return { learner, attempt, item, status, version };
  }

  it('is required for items that cannot be graded automatically, and then produces the grade', async () => {
    const { attempt, item, status, version, learner } = await handInEssay();
    expect(status).toBe('UNDER_REVIEW');
    expect(
      await tested.database.dataSource.query('SELECT 1 FROM grade WHERE learner_id = $1', [learner.userId]),
    ).toEqual([]);
    const input = {
      attemptId: attempt.id,
      itemId: item.id,
      points: '4.5',
      comment: 'Nearly.',
      expectedVersion: version,
    };
    const { data } = await tested.send(review, { input }, course.instructor);
    expect(data).toMatchObject({
      reviewItem: { attempt: { status: 'GRADED', version: version + 1, result: { score: '4.50', complete: true } } },
    });
  });

  it('keeps the comment if a review omits it, and removes it if it is null', async () => {
    const { attempt, item, version, learner } = await handInEssay();
    const give = async (expectedVersion: number, change: Record<string, unknown>) => {
      const input = { attemptId: attempt.id, itemId: item.id, points: '1', expectedVersion, ...change };
      await tested.send(review, { input }, course.instructor);
      const { data } = await tested.send<{ attempt: SeenAttempt }>(
        `query ($id: ID!) { attempt(id: $id) { ...AttemptFields } } ${attemptFields}`,
        { id: attempt.id },
        learner,
      );
      return data?.attempt.items[0]?.result;
    };
    expect(await give(version, { comment: 'Nearly.' })).toEqual({ points: '1', comment: 'Nearly.' });
    expect(await give(version + 1, { points: '2' })).toEqual({ points: '2', comment: 'Nearly.' });
    expect(await give(version + 2, { comment: null })).toEqual({ points: '1', comment: null });
  });

  it('never lets one grader overwrite another', async () => {
    const { attempt, item, version } = await handInEssay();
    const input = { attemptId: attempt.id, itemId: item.id, points: '1', expectedVersion: version };
    const answers = await Promise.all(
      ['1', '2'].map((points) =>
        tested.send<{ reviewItem: { __typename: string } }>(review, { input: { ...input, points } }, course.instructor),
      ),
    );
    expect(answers.map(({ data }) => data?.reviewItem.__typename).sort()).toEqual([
      'ReviewConflict',
      'ReviewItemSuccess',
    ]);
    const lost = answers.find(({ data }) => data?.reviewItem.__typename === 'ReviewConflict');
    expect(lost?.data?.reviewItem).toMatchObject({ current: { version: version + 1 }, yours: expect.any(String) });
  });

  it('reports the range of the points', async () => {
    const { attempt, item, version } = await handInEssay();
    const input = { attemptId: attempt.id, itemId: item.id, points: '5.01', expectedVersion: version };
    expect((await tested.send(review, { input }, course.instructor)).data).toEqual({
      reviewItem: {
        __typename: 'InvalidInput',
        field: 'points',
        message: 'Give 0 to 5 points, with at most 2 decimals.',
      },
    });
  });

  it('is for the teachers of the course', async () => {
    const { attempt, item, version, learner } = await handInEssay();
    const input = { attemptId: attempt.id, itemId: item.id, points: '5', expectedVersion: version };
    expect((await tested.send(review, { input }, learner)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const foreign = await tokens.signIn('INSTRUCTOR');
    expect((await tested.send(review, { input }, foreign)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
