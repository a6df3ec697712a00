import { createTestTokens, type TestTokens, type TestViewer } from '@lyceum/auth/testing';
import { startTestSubgraph, type TestSubgraph } from '@lyceum/subgraph/testing';
import { assessment } from '../index.ts';
import { type SeededCourse, seedBank, seedCourse, seedExam } from '../testing/seed.ts';

let tokens: TestTokens;
let tested: TestSubgraph;
let course: SeededCourse;

beforeAll(async () => {
  tokens = await createTestTokens();
  tested = await startTestSubgraph(assessment, { tokens, topics: ['assessment.exam'] });
  course = await seedCourse(tested, tokens);
});
afterAll(() => tested.stop());

const create = /* GraphQL */ `
  mutation ($input: CreateExamInput!) {
    createExam(input: $input) {
      __typename
      ... on CreateExamSuccess { exam { id version status totalPoints sections { id title } } }
      ... on InvalidInput { field message }
    }
  }`;
const update = /* GraphQL */ `
  mutation ($input: UpdateExamInput!) {
    updateExam(input: $input) {
      __typename
      ... on UpdateExamSuccess { exam { title version timeLimitSeconds } }
      ... on ExamConflict { current { title version } yours }
      ... on ExamAlreadyPublished { exam { id } }
      ... on InvalidInput { field }
    }
  }`;
const publish = /* GraphQL */ `
  mutation ($examId: ID!, $expectedVersion: Int!) {
    publishExam(input: { examId: $examId, expectedVersion: $expectedVersion }) {
      __typename
      ... on PublishExamSuccess { exam { status version publishedAt } }
      ... on InvalidInput { field message }
      ... on NotEnoughQuestions { message section { title } wanted available }
    }
  }`;

async function draft(change: Record<string, unknown> = {}, section: Record<string, unknown> = {}) {
  const bankId = await seedBank(tested, course.instructor);
  const input = {
    courseId: course.courseId,
    title: 'Midterm',
    sections: [{ title: 'Algebra', bankId, category: 'algebra', drawCount: 2, pointsPerItem: '1.5', ...section }],
    ...change,
  };
  const { data, errors } = await tested.send<{
    createExam: { __typename: string; exam: { id: string; version: number } };
  }>(create, { input }, course.instructor);
  return { created: data?.createExam, id: String(data?.createExam.exam?.id), errors };
}

describe('an exam', () => {
  it('begins as a draft that only the teachers of the course see', async () => {
    const { created, id } = await draft();
    expect(created).toMatchObject({ exam: { version: 1, status: 'DRAFT', totalPoints: '3.00' } });
    const read = 'query ($id: ID!) { exam(id: $id) { title } }';
    expect((await tested.send(read, { id }, course.instructor)).data).toEqual({ exam: { title: 'Midterm' } });
    expect((await tested.send(read, { id }, await course.enrol())).data).toEqual({ exam: null });
    expect((await tested.send(read, { id }, await tokens.signIn('INSTRUCTOR'))).data).toEqual({ exam: null });
    expect((await tested.send(read, { id }, await tokens.signIn('ADMIN'))).data).toEqual({
      exam: { title: 'Midterm' },
    });
  });

  it.each([
    ['title', { title: '' }, {}],
    ['timeLimitSeconds', { timeLimitSeconds: 5 }, {}],
    ['sections', { sections: [] }, {}],
    ['sections.0.drawCount', {}, { drawCount: 0 }],
    ['sections.0.pointsPerItem', {}, { pointsPerItem: '-1' }],
    ['sections.0.bankId', {}, { bankId: '01900000-0000-7000-8000-000000000000' }],
  ])('is refused with a value out of bounds: %s', async (field, change, section) => {
    expect((await draft(change, section)).created).toMatchObject({ __typename: 'InvalidInput', field });
  });

  it('cannot be created for a course that one does not teach, or one that does not exist', async () => {
    const foreign = await seedCourse(tested, tokens);
    for (const courseId of [foreign.courseId, '01900000-0000-7000-8000-000000000000']) {
      const { errors } = await draft({ courseId });
      expect(errors?.[0]).toMatchObject({ message: `There is no course ${courseId} that you may see.` });
    }
  });

  it('cannot draw from another person’s bank', async () => {
    const bankId = await seedBank(tested, await tokens.signIn('INSTRUCTOR'));
    expect((await draft({}, { bankId })).created).toMatchObject({ field: 'sections.0.bankId' });
  });

  it('can be updated with what was read: sections keep their ids, a new one gets one', async () => {
    const { id } = await draft();
    interface Section {
      readonly bank: { readonly id: string };
    }
    const read = `query ($id: ID!) { exam(id: $id) { version sections {
      id title bank { id } category drawCount pointsPerItem shuffleItems
    } } }`;
    const readSections = async (as: TestViewer) =>
      (await tested.send<{ exam: { sections: Section[] } }>(read, { id }, as)).data?.exam.sections ?? [];
    const save = (expectedVersion: number, sections: readonly object[]) =>
      tested.send(update, { input: { examId: id, expectedVersion, sections } }, course.instructor);

    const [section] = await readSections(course.instructor);
    expect(section).toMatchObject({ title: 'Algebra', bank: { id: expect.any(String) }, category: 'algebra' });
    const { bank, ...rest } = section as Section;
    const input = { ...rest, bankId: bank.id };
    const { id: _, ...another } = { ...input, id: '', title: 'More algebra', drawCount: 1 };
    expect((await save(1, [another, input])).data).toMatchObject({ updateExam: { __typename: 'UpdateExamSuccess' } });
    const [added, kept] = await readSections(course.instructor);
    expect(kept).toEqual(section);
    expect(added).toEqual({ ...section, ...another, bankId: undefined, id: expect.any(String) });

    for (const [wrong, field] of [
      [[input, input], 'sections.1.id'],
      [[{ ...input, id: '01900000-0000-7000-8000-000000000000' }], 'sections.0.id'],
    ] as const) {
      expect((await save(2, wrong)).data).toEqual({ updateExam: { __typename: 'InvalidInput', field } });
    }
    expect((await draft({}, { id: (input as { id?: string }).id })).created).toMatchObject({ field: 'sections.0.id' });

    await tested.send(publish, { examId: id, expectedVersion: 2 }, course.instructor);
    const shown = await readSections(await course.enrol());
    expect(shown).toMatchObject([
      { bank: null, category: null },
      { bank: null, category: null },
    ]);
  });

  it('is updated by one of two concurrent editors; the other gets the current version', async () => {
    const { id } = await draft();
    const titles = ['First', 'Second'];
    const answers = await Promise.all(
      titles.map((title) =>
        tested.send<{ updateExam: { __typename: string } }>(
          update,
          { input: { examId: id, expectedVersion: 1, title } },
          course.instructor,
        ),
      ),
    );
    const outcomes = answers.map(({ data }) => data?.updateExam);
    expect(outcomes.map((outcome) => outcome?.__typename).sort()).toEqual(['ExamConflict', 'UpdateExamSuccess']);
    expect(outcomes.find((outcome) => outcome?.__typename === 'ExamConflict')).toMatchObject({
      current: { version: 2, title: expect.stringMatching(/First|Second/) },
      yours: 1,
    });
  });

  it('keeps what an update omits, and removes a limit if it is null', async () => {
    const { id } = await draft({ timeLimitSeconds: 600 });
    const input = { examId: id, expectedVersion: 1, title: 'Final' };
    expect((await tested.send(update, { input }, course.instructor)).data).toMatchObject({
      updateExam: { exam: { title: 'Final', timeLimitSeconds: 600 } },
    });
    const without = { examId: id, expectedVersion: 2, timeLimitSeconds: null };
    expect((await tested.send(update, { input: without }, course.instructor)).data).toMatchObject({
      updateExam: { exam: { title: 'Final', timeLimitSeconds: null, version: 3 } },
    });
  });

  it('whose end has passed is not published, since it could no longer be changed', async () => {
    const { id } = await draft({ opensAt: '2020-01-01T08:00:00Z', closesAt: '2020-01-01T09:00:00Z' });
    const refused = await tested.send(publish, { examId: id, expectedVersion: 1 }, course.instructor);
    expect(refused.data).toEqual({
      publishExam: {
        __typename: 'InvalidInput',
        field: 'closesAt',
        message: 'The exam closed at 2020-01-01T09:00:00.000Z: set a later end, or none.',
      },
    });
    const later = { examId: id, expectedVersion: 1, closesAt: null };
    await tested.send(update, { input: later }, course.instructor);
    const published = await tested.send(publish, { examId: id, expectedVersion: 2 }, course.instructor);
    expect(published.data).toMatchObject({ publishExam: { exam: { status: 'PUBLISHED' } } });
  });

  it('is published once, with an event', async () => {
    const { id } = await draft();
    const variables = { examId: id, expectedVersion: 1 };
    expect((await tested.send(publish, variables, course.instructor)).data).toMatchObject({
      publishExam: { exam: { status: 'PUBLISHED', version: 2, publishedAt: expect.any(String) } },
    });
    expect((await tested.send(publish, variables, course.instructor)).data).toEqual({
      publishExam: { __typename: 'ExamAlreadyPublished' },
    });
    const change = { input: { examId: id, expectedVersion: 2, title: 'Other' } };
    expect((await tested.send(update, change, course.instructor)).data).toMatchObject({
      updateExam: { __typename: 'ExamAlreadyPublished' },
    });
    await tested.eventsCarried();
    expect(tested.published.filter(({ subject }) => subject === id)).toEqual([
      expect.objectContaining({ type: 'assessment.exam.published.v1', aggregateversion: 2 }),
    ]);
  });

  it('is not published if its banks hold too few questions', async () => {
    const { id } = await draft({}, { drawCount: 4 });
    expect((await tested.send(publish, { examId: id, expectedVersion: 1 }, course.instructor)).data).toEqual({
      publishExam: {
        __typename: 'NotEnoughQuestions',
        message: 'Section "Algebra" draws 4 questions from the category "algebra", but only 3 are available.',
        section: { title: 'Algebra' },
        wanted: 4,
        available: 3,
      },
    });
  });
});

describe('a question bank', () => {
  const read = /* GraphQL */ `
    query ($id: ID!, $first: Int, $after: Cursor, $category: String) {
      questionBank(id: $id) {
        questions(first: $first, after: $after, category: $category) {
          nodes { name kind content { __typename } }
          pageInfo { hasNextPage endCursor }
          totalCount
        }
      }
    }`;
  interface Page {
    questionBank: {
      questions: {
        nodes: { name: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
        totalCount: number;
      };
    };
  }

  it('is paginated in the order of the file, also by category', async () => {
    const id = await seedBank(tested, course.instructor);
    const first = await tested.send<Page>(read, { id, first: 3 }, course.instructor);
    const { nodes, pageInfo } = first.data?.questionBank.questions ?? { nodes: [], pageInfo: { endCursor: '' } };
    expect(nodes.map(({ name }) => name)).toEqual(['Sum', 'Product', 'Choice']);
    const rest = await tested.send<Page>(read, { id, after: pageInfo.endCursor }, course.instructor);
    expect(rest.data?.questionBank.questions).toMatchObject({
      nodes: [{ name: 'Essay', kind: 'ESSAY', content: null }],
      pageInfo: { hasNextPage: false },
    });
    const prose = await tested.send<Page>(read, { id, category: 'prose' }, course.instructor);
    expect(prose.data?.questionBank.questions.nodes.map(({ name }) => name)).toEqual(['Essay']);
    const counts = [first, rest, prose].map(({ data }) => data?.questionBank.questions.totalCount);
    expect(counts).toEqual([4, 4, 1]);
  });

  it('belongs to its owner: others cannot see it, or its questions through _entities', async () => {
    const bankId = await seedBank(tested, course.instructor);
    const other = await tokens.signIn('INSTRUCTOR');
    expect((await tested.send(read, { id: bankId }, other)).data).toEqual({ questionBank: null });
    const [row] = await tested.database.dataSource.query('SELECT id FROM question WHERE bank_id = $1', [bankId]);
    const entities = await tested.send(
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Question { content { __typename } } } }',
      { of: [{ __typename: 'Question', id: row.id }] },
      await course.enrol(),
    );
    expect(entities.data).toEqual({ _entities: [null] });
  });
});

describe('the exams of a course', () => {
  const read = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Course { exams { title status } } } }';

  it('are all visible to its teachers, the published ones to its learners, none to others', async () => {
    const other = await seedCourse(tested, tokens);
    await seedExam(tested, other, { title: 'Open' });
    const bankId = await seedBank(tested, other.instructor);
    const section = { title: 'A', bankId, drawCount: 1, pointsPerItem: '1' };
    await tested.send(
      create,
      { input: { courseId: other.courseId, title: 'Draft', sections: [section] } },
      other.instructor,
    );
    const of = [{ __typename: 'Course', id: other.courseId }];
    const titles = async (viewer: Parameters<typeof tested.send>[2]) => {
      const { data } = await tested.send<{ _entities: { exams: { title: string }[] }[] }>(read, { of }, viewer);
      return data?._entities[0]?.exams.map(({ title }) => title);
    };
    expect(await titles(other.instructor)).toEqual(['Open', 'Draft']);
    expect(await titles(await other.enrol())).toEqual(['Open']);
    expect(await titles(await tokens.signIn('STUDENT'))).toEqual([]);
  });
});
