import { createHash } from 'node:crypto';
import { type Harness, startHarness } from '../testing/harness.ts';
import { SocketClient } from '../testing/socket-client.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness('local');
});
afterAll(() => harness.stop());
beforeEach(() => {
  harness.graph.course.received.length = 0;
});

interface Told {
  readonly status: number;
  readonly data?: unknown;
  readonly codes: readonly unknown[];
  readonly message: string | undefined;
}

type Answer = { data?: unknown; errors?: { message: string; extensions: { code: unknown } }[] };

function told(status: number, { data, errors = [] }: Answer): Told {
  return { status, data, codes: errors.map(({ extensions }) => extensions.code), message: errors[0]?.message };
}

async function post(body: unknown, headers: Record<string, string> = {}): Promise<Told> {
  const response = await fetch(harness.gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: body instanceof Uint8Array || typeof body === 'string' ? body : JSON.stringify(body),
  });
  return told(response.status, (await response.json()) as Answer);
}

async function get(parameters: Record<string, string>): Promise<Told> {
  const response = await fetch(`${harness.gateway.url}?${new URLSearchParams(parameters)}`, {
    headers: { 'apollo-require-preflight': 'true' },
  });
  return told(response.status, (await response.json()) as Answer);
}

/** The same over a socket; a refusal arrives as an error. */
async function overSocket(payload: object): Promise<Told> {
  const client = await SocketClient.connect(harness.gateway.url);
  client.send({ type: 'subscribe', id: '1', payload });
  while (!client.received.some(({ type }) => type === 'next' || type === 'error')) await client.any();
  const message = client.received.find(({ type }) => type === 'next' || type === 'error');
  client.socket.close();
  await client.closed;
  const content = message?.payload as unknown;
  return told(0, (message?.type === 'error' ? { errors: content } : content) as Answer);
}

const rename = 'mutation M { rename(id: "c1", title: "x") { id } }';
const two = 'query A { courses { id } } query B { courses { title } }';
const renamed = () => harness.graph.course.received.some(({ operation }) => operation.query.startsWith('mutation'));

describe('which operation runs', () => {
  it.each([
    ['the only one, named or not', { query: '{ courses { id } }' }],
    ['the only one, where the name is empty', { query: 'query A { courses { id } }', operationName: '' }],
    ['the one that is named', { query: two, operationName: 'A' }],
  ])('is %s', async (_which, request) => {
    const expected = { courses: [{ id: 'c1' }, { id: 'c2' }] };
    expect(await post(request)).toMatchObject({ status: 200, data: expected });
    expect(await overSocket(request)).toMatchObject({ data: expected });
  });

  it.each([
    ['no name among several', { query: two }],
    ['an empty name among several', { query: two, operationName: '' }],
    ['an unknown name', { query: two, operationName: 'C' }],
    ['an unknown name of the only one', { query: rename, operationName: 'N' }],
    ['a document without operations', { query: 'fragment F on Course { id }' }],
  ])('is told where it is not clear: %s', async (_which, request) => {
    const refused = { codes: ['OPERATION_RESOLUTION_FAILURE'] };
    expect(await post(request)).toMatchObject({ status: 400, ...refused });
    expect(await overSocket(request)).toMatchObject(refused);
    expect(renamed()).toBe(false);
  });

  it('names the operations that there are', async () => {
    expect((await post({ query: two, operationName: 'C' })).message).toBe(
      'The document has no operation "C"; it has "A", "B".',
    );
  });

  it('is never a mutation by GET, whatever its name', async () => {
    for (const operationName of ['', 'M']) {
      expect(await get({ query: rename, operationName })).toMatchObject({ status: 405, codes: ['BAD_REQUEST'] });
    }
    const hidden = await get({ query: `query Q { courses { id } } ${rename}`, operationName: 'M' });
    expect(hidden.status).toBe(405);
    expect(renamed()).toBe(false);
    expect(await get({ query: `query Q { courses { id } } ${rename}`, operationName: 'Q' })).toMatchObject({
      status: 200,
    });
    expect(renamed()).toBe(false);
  });
});

describe('a mistake of a client', () => {
  const hash = createHash('sha256').update('{ courses { id } }').digest('hex');
  const persisted = (sha256Hash: unknown, query?: string) => ({
    query,
    extensions: { persistedQuery: { version: 1, sha256Hash } },
  });

  it.each<[string, object, string]>([
    ['a hash that is not that of the document', persisted('0'.repeat(64), '{ courses { id } }'), 'BAD_REQUEST'],
    ['a hash that is none', persisted('abc', '{ courses { id } }'), 'BAD_REQUEST'],
    ['a hash that is no text', persisted(7, '{ courses { id } }'), 'BAD_REQUEST'],
    ['variables that are no object', { query: '{ courses { id } }', variables: [] }, 'BAD_REQUEST'],
    ['a name that is no text', { query: '{ courses { id } }', operationName: 7 }, 'BAD_REQUEST'],
    ['a query that is no text', { query: 7 }, 'BAD_REQUEST'],
    ['an empty query', { query: '' }, 'BAD_REQUEST'],
    ['a missing variable', { query: 'query ($t: String!) { echo(text: $t) }' }, 'BAD_USER_INPUT'],
    [
      'a subscription that depends on a variable',
      { query: 'subscription ($x: Boolean!) { gradeChanged @include(if: $x) { cursor } }', variables: { x: true } },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a subscription that selects nothing',
      { query: 'subscription { gradeChanged @include(if: false) { cursor } }' },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a subscription whose condition stands in a fragment',
      { query: 'subscription { ...F } fragment F on Subscription { ... @skip(if: true) { gradeChanged { cursor } } }' },
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('is told as one: %s', async (_what, request, code) => {
    expect(await post(request)).toMatchObject({ status: 400, codes: expect.arrayContaining([code]) });
  });

  it('over a socket is told as one too', async () => {
    const query = 'subscription ($x: Boolean!) { gradeChanged @include(if: $x) { cursor } }';
    expect(await overSocket({ query, variables: { x: true } })).toMatchObject({
      codes: expect.arrayContaining(['GRAPHQL_VALIDATION_FAILED']),
    });
    expect(await overSocket({ query: 'subscription { gradeChanged @include(if: false) { cursor } }' })).toMatchObject({
      codes: ['GRAPHQL_VALIDATION_FAILED'],
    });
  });

  it('that is no mistake: a hash is remembered with its document', async () => {
    expect(await post(persisted(hash))).toMatchObject({ status: 200, codes: ['PERSISTED_QUERY_NOT_FOUND'] });
    const expected = { status: 200, data: { courses: [{ id: 'c1' }, { id: 'c2' }] } };
    expect(await post(persisted(hash, '{ courses { id } }'))).toMatchObject(expected);
    expect(await post(persisted(hash))).toMatchObject(expected);
    const { extensions } = persisted(hash);
    expect(await get({ extensions: JSON.stringify(extensions) })).toMatchObject(expected);
  });
});

describe('a body', () => {
  const echo = (text: string) =>
    JSON.stringify({ query: 'query ($t: String!) { echo(text: $t) }', variables: { t: text } });

  it('in another charset than UTF-8 is refused, not stored as something else', async () => {
    const latin1 = Buffer.from(echo('café'), 'latin1');
    expect(await post(latin1, { 'content-type': 'application/json; charset=iso-8859-1' })).toMatchObject({
      status: 415,
      message: 'JSON must be encoded as UTF-8, not as iso-8859-1.',
    });
    expect(await post(latin1)).toMatchObject({ status: 400, message: 'The body is not valid UTF-8.' });
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])(
    'in UTF-8 is read: %s',
    async (contentType) => {
      expect(await post(echo('café'), { 'content-type': contentType })).toMatchObject({ data: { echo: 'café' } });
    },
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'of the type "%s" is refused',
    async (contentType) => {
      expect((await post(Buffer.from(echo('x')), { 'content-type': contentType })).status).toBe(415);
    },
  );

  it('of four megabytes is read', async () => {
    const text = '\u00e9'.repeat(1_500_000);
    expect(await post(echo(text))).toMatchObject({ status: 200, codes: [] });
  });
});

describe('a socket on which ids are used again at once', () => {
  it('leaves no stream behind', async () => {
    const client = await SocketClient.connect(harness.gateway.url);
    const subscribe = { type: 'subscribe', id: '1', payload: { query: 'subscription { gradeChanged { cursor } }' } };
    for (let time = 0; time < 20; time += 1) {
      client.send(subscribe);
      client.send({ type: 'complete', id: '1' });
    }
    client.send(subscribe);
    await harness.graph.grades.untilListeners(1);
    harness.graph.grades.publish({ cursor: 7, courseId: 'c1' });
    expect((await client.next('next')).payload?.data).toEqual({ gradeChanged: { cursor: 7 } });
    client.socket.close();
    await client.closed;
    await harness.graph.grades.untilListeners(0);
    const { values } = await harness.gateway.metrics.subscriptions.get();
    expect(values.map(({ value }) => value)).toEqual([0]);
  });
});
