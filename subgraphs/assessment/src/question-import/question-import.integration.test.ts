import { createTestTokens, type TestTokens, type TestViewer } from '@lyceum/auth/testing';
import { JobId, newId } from '@lyceum/contracts';
import { startTestSubgraph, type TestSubgraph } from '@lyceum/subgraph/testing';
import { requestScope } from '@lyceum/telemetry';
import { assessment } from '../index.ts';
import { seedBank } from '../testing/seed.ts';

let tokens: TestTokens;
let tested: TestSubgraph;
let instructor: TestViewer;

beforeAll(async () => {
  tokens = await createTestTokens();
  tested = await startTestSubgraph(assessment, { tokens });
});
beforeEach(async () => {
  instructor = await tokens.signIn('INSTRUCTOR');
});
afterAll(() => tested.stop());

const importQuestions = /* GraphQL */ `
  mutation ($input: ImportQuestionsInput!) {
    importQuestions(input: $input) {
      __typename
      ... on ImportQuestionsSuccess { job { ...JobFields } }
      ... on IdempotencyConflict { message job { id } }
      ... on TooManyImports { message most }
      ... on InvalidInput { field message }
    }
  }
  fragment JobFields on ImportJob {
    id status totalCount readCount importedCount rejectedCount rejected { line excerpt reason } error finishedAt
    bank { questionCount }
  }`;

interface SeenJob {
  readonly id: string;
  readonly status: string;
  readonly importedCount: number;
  readonly rejected: readonly { line: number }[];
  readonly bank: { readonly questionCount: number } | null;
}

async function send(input: Record<string, unknown>, viewer = instructor) {
  const { data, errors } = await tested.send<{ importQuestions: { __typename: string; job?: SeenJob } }>(
    importQuestions,
    { input: { format: 'GIFT', idempotencyKey: 'key', ...input } },
    viewer,
  );
  return { result: data?.importQuestions, code: errors?.[0]?.extensions?.code };
}

/** Waits for an import by sending it again with the same key: a busy machine may need more than one try. */
async function sendToEnd(input: Record<string, unknown>, viewer = instructor) {
  for (;;) {
    const answer = await send(input, viewer);
    const { status } = answer.result?.job ?? {};
    if (status !== 'QUEUED' && status !== 'RUNNING') return answer;
  }
}

describe('importing questions', () => {
  it('accepts the valid questions of a file, and reports the others by line', async () => {
    const bankId = await seedBank(tested, instructor);
    const text = '::Good::2 + 3 {#5}\n\n::Broken::2 + 4 {#six}\n\n::Good too::Is 1 prime? {F}';
    expect((await sendToEnd({ bankId, text })).result).toEqual({
      __typename: 'ImportQuestionsSuccess',
      job: {
        id: expect.any(String),
        status: 'SUCCEEDED',
        totalCount: 3,
        readCount: 3,
        importedCount: 2,
        rejectedCount: 1,
        rejected: [
          { line: 3, excerpt: '::Broken::2 + 4 {#six}', reason: expect.stringContaining('"six" is not a number') },
        ],
        error: null,
        finishedAt: expect.any(String),
        bank: { questionCount: 6 },
      },
    });
  });

  it('reports the first hundred rejected questions, and their number', async () => {
    const bankId = await seedBank(tested, instructor);
    const { result } = await sendToEnd({ bankId, text: '2 + 4 {#six}\n\n'.repeat(101) });
    expect(result?.job).toMatchObject({ importedCount: 0, rejectedCount: 101 });
    expect(result?.job?.rejected.map(({ line }) => line)).toEqual(Array.from({ length: 100 }, (_, at) => 1 + 2 * at));
  });

  it('makes short answers case-sensitive if the import says so', async () => {
    const bankId = await seedBank(tested, instructor);
    const cases = [
      { text: '$CATEGORY: any\n\nCapital of Peru? {=Lima}', category: 'any', caseSensitive: false },
      { text: '$CATEGORY: exact\n\nChemical symbol of cobalt? {=Co}', category: 'exact', caseSensitive: true },
    ];
    for (const { text, category, caseSensitive } of cases) {
      await sendToEnd({ bankId, text, caseSensitive, idempotencyKey: category });
      const { data } = await tested.send(
        `query ($id: ID!, $category: String) { questionBank(id: $id) { questions(category: $category) {
          nodes { content { ... on ShortAnswerContent { caseSensitive } } }
        } } }`,
        { id: bankId, category },
        instructor,
      );
      expect(data).toEqual({ questionBank: { questions: { nodes: [{ content: { caseSensitive } }] } } });
    }
  });

  it('happens once per key, even if repeated concurrently', async () => {
    const bankId = await seedBank(tested, instructor);
    const input = { bankId, text: 'Is 7 prime? {T}\n\n'.repeat(300) };
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(input)));
    const again = await sendToEnd(input);
    expect(new Set([...answers, again].map(({ result }) => result?.job?.id)).size).toBe(1);
    expect(again.result?.job).toMatchObject({ status: 'SUCCEEDED', importedCount: 300, bank: { questionCount: 304 } });
  });

  it.each([{ text: 'Is 9 prime? {F}' }, { caseSensitive: true }])(
    'is refused with a key that was used for another import: %j',
    async (other) => {
      const bankId = await seedBank(tested, instructor);
      const { result: first } = await send({ bankId, text: 'Is 7 prime? {T}' });
      const { result } = await send({ bankId, text: 'Is 7 prime? {T}', ...other });
      expect(result).toMatchObject({ __typename: 'IdempotencyConflict', job: { id: first?.job?.id } });
    },
  );

  it('keeps the keys of different people apart', async () => {
    const input = { bankId: await seedBank(tested, instructor), text: 'Is 7 prime? {T}' };
    const { result: mine } = await send(input);
    const { result: theirs } = await sendToEnd(input, await tokens.signIn('ADMIN'));
    expect(theirs).toMatchObject({ __typename: 'ImportQuestionsSuccess', job: { status: 'SUCCEEDED' } });
    expect(theirs?.job?.id).not.toBe(mine?.job?.id);
  });

  it('queues five imports of a person, and refuses the sixth', async () => {
    const bankId = await seedBank(tested, instructor);
    await tested.database.dataSource.query(
      `INSERT INTO job (id, kind, owner_id, idempotency_key, input_hash, state, claimed_until)
       SELECT gen_random_uuid(), 'question-import', $1, n::text, '', '{}', 'infinity' FROM generate_series(1, 5) n`,
      [instructor.userId],
    );
    expect((await send({ bankId, text: 'Is 7 prime? {T}' })).result).toEqual({
      __typename: 'TooManyImports',
      message: '5 of your imports are already waiting or running: send this one again when one has ended.',
      most: 5,
    });
    await tested.database.dataSource.query('DELETE FROM job WHERE owner_id = $1 AND input IS NULL', [
      instructor.userId,
    ]);
  });

  it('is refused for another person’s bank, a file that is too large, and an empty key', async () => {
    const bankId = await seedBank(tested, instructor);
    expect((await send({ bankId, text: '' }, await tokens.signIn('INSTRUCTOR'))).code).toBe('NOT_FOUND');
    expect((await send({ bankId, text: '', idempotencyKey: '' })).code).toBe('BAD_USER_INPUT');
    expect((await send({ bankId, text: 'ä'.repeat(500_001) })).result).toEqual({
      __typename: 'InvalidInput',
      field: 'text',
      message: 'A file may have at most 1000000 bytes of UTF-8; this one has 1000002. Import it in parts.',
    });
  });
});

describe('following an import', () => {
  interface Progress {
    readonly data?: { readonly importProgressed?: { readonly cursor: string; readonly job: SeenJob } } | null;
    readonly errors?: readonly { readonly extensions?: Record<string, unknown> }[];
  }

  async function follow(jobId: string, after: string | null, viewer = instructor): Promise<Progress[]> {
    const stream = await tested.subgraph.subscribe(
      {
        query: `subscription ($jobId: ID!, $after: Cursor) {
          importProgressed(jobId: $jobId, after: $after) { cursor job { id status importedCount readCount totalCount } }
        }`,
        variables: { jobId, after },
      },
      { token: viewer.token, request: requestScope({}) },
    );
    if (!(Symbol.asyncIterator in stream)) return [stream as Progress];
    const told: Progress[] = [];
    for await (const progress of stream) told.push(progress as Progress);
    return told;
  }

  const text = 'Is 7 prime? {T}\n\n'.repeat(2_000);

  it('reports its progress to the end, and completes', async () => {
    const bankId = await seedBank(tested, instructor);
    const { result } = await send({ bankId, text });
    const jobId = String(result?.job?.id);
    const told = await follow(jobId, null);
    expect(told.at(-1)?.data?.importProgressed?.job).toEqual({
      id: jobId,
      status: 'SUCCEEDED',
      importedCount: 2_000,
      readCount: 2_000,
      totalCount: 2_000,
    });
    const cursor = String(told.at(-1)?.data?.importProgressed?.cursor);
    expect(await follow(jobId, cursor)).toEqual([]);
  });

  it('refuses a cursor of another import, and one from the future', async () => {
    const bankId = await seedBank(tested, instructor);
    const ids = [];
    for (const idempotencyKey of ['a', 'b']) {
      ids.push(String((await send({ bankId, text: 'Is 7 prime? {T}', idempotencyKey })).result?.job?.id));
    }
    const [one = '', other = ''] = ids;
    const [last] = (await follow(one, null)).slice(-1);
    const future = Buffer.from(`${one}:999`).toString('base64url');
    for (const told of [await follow(other, last?.data?.importProgressed?.cursor ?? ''), await follow(one, future)]) {
      expect(told).toEqual([
        { errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_CURSOR' }) })] },
      ]);
    }
  });

  it('is allowed for its owner and administrators', async () => {
    const bankId = await seedBank(tested, instructor);
    const jobId = String((await send({ bankId, text: 'Is 7 prime? {T}' })).result?.job?.id);
    const codeOf = async (viewer: TestViewer, id = jobId) =>
      (await follow(id, null, viewer))[0]?.errors?.[0]?.extensions?.code;
    expect(await codeOf(await tokens.signIn('INSTRUCTOR'))).toBe('NOT_FOUND');
    expect(await codeOf(instructor, newId(JobId))).toBe('NOT_FOUND');
    expect(await codeOf(await tokens.signIn('ADMIN'))).toBeUndefined();
  });
});
