import { type Harness, startHarness } from '../testing/harness.ts';

/** The client must not notice whether a subgraph runs in this process or behind a URL. */
describe.each(['local', 'remote'] as const)('an operation over %s subgraphs', (route) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness(route, { subgraphDeadlineMs: 300 });
  });
  afterAll(() => harness.stop());
  beforeEach(() => {
    harness.graph.gate = Promise.resolve();
    harness.graph.people.received.length = 0;
  });

  it('is answered from both subgraphs', async () => {
    const { status, data, errors } = await harness.query('{ courses { title lead { name } } }');
    expect(errors).toBeUndefined();
    expect(status).toBe(200);
    expect(data).toEqual({
      courses: [
        { title: 'Algebra', lead: { name: 'Name of lead-of-c1' } },
        { title: 'Botany', lead: { name: 'Name of lead-of-c2' } },
      ],
    });
  });

  it('changes something with variables', async () => {
    const { data } = await harness.query('mutation ($title: String!) { rename(id: "c1", title: $title) { title } }', {
      variables: { title: 'Calculus' },
    });
    expect(data).toEqual({ rename: { title: 'Calculus' } });
  });

  it('carries the token, the request id and the trace to subgraphs', async () => {
    const token = await harness.token('STUDENT');
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await harness.query('{ me { name } }', { token, headers: { 'x-request-id': 'request-7', traceparent } });
    expect(harness.graph.people.received[0]?.caller).toEqual({
      token,
      request: { requestId: 'request-7', traceparent, clientAddress: '127.0.0.1' },
    });
  });

  it('sends subgraphs the events that the same operation, and the same person before, caused elsewhere', async () => {
    const { course, people } = harness.graph;
    const written = ['course.course.renamed.v1/01900000-0000-7000-8000-000000000000'];
    course.mutationExtensions = { written };
    const token = await harness.token('INSTRUCTOR');
    const renamed = await harness.query('mutation { rename(id: "c1", title: "Calculus") { lead { name } } }', {
      token,
    });
    course.mutationExtensions = undefined;
    await harness.query('{ me { name } }', { token });
    await harness.query('{ me { name } }', { token: await harness.token('INSTRUCTOR') });
    expect(people.received.map(({ caller }) => caller.after)).toEqual([written, written, undefined]);
    expect(Object.keys(renamed.extensions ?? {})).toEqual(['cost']);
  });

  it('keeps message, path and code of an expected error', async () => {
    const { status, data, errors } = await harness.query('{ forbidden courses { id } }', {
      headers: { 'x-request-id': 'request-8' },
    });
    expect(status).toBe(200);
    expect(data).toEqual({ forbidden: null, courses: [{ id: 'c1' }, { id: 'c2' }] });
    expect(errors).toEqual([
      {
        message: 'Only its teacher may see this.',
        path: ['forbidden'],
        extensions: { code: 'FORBIDDEN', service: 'course', requestId: 'request-8' },
      },
    ]);
  });

  it('masks an unexpected error, also one deep in an entity', async () => {
    const { data, errors } = await harness.query('{ failing courses { lead { name failing } } }', {
      headers: { 'x-request-id': 'request-9' },
    });
    expect(data).toEqual({
      failing: null,
      courses: [
        { lead: { name: 'Name of lead-of-c1', failing: null } },
        { lead: { name: 'Name of lead-of-c2', failing: null } },
      ],
    });
    expect(errors?.map(({ path }) => path)).toEqual([
      ['failing'],
      ['courses', 0, 'lead', 'failing'],
      ['courses', 1, 'lead', 'failing'],
    ]);
    for (const { message, extensions } of errors ?? []) {
      expect(message).toBe('Something went wrong on our side. Quote request id request-9.');
      expect(extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', requestId: 'request-9' });
    }
    expect(JSON.stringify(errors)).not.toMatch(/hunter2|secrets|stack/);
  });

  it('answers the rest when a root field misses the deadline', async () => {
    harness.graph.gate = new Promise(() => undefined);
    const { data, errors } = await harness.query('{ slow courses { title } }');
    expect(data).toEqual({ slow: null, courses: [{ title: 'Algebra' }, { title: 'Botany' }] });
    expect(errors).toMatchObject([
      {
        message: 'The subgraph "people" did not answer within 300 ms.',
        path: ['slow'],
        extensions: { code: 'SUBGRAPH_TIMEOUT', service: 'people' },
      },
    ]);
  });

  it('puts the error of a missed deadline on every field that is missing', async () => {
    harness.graph.gate = new Promise(() => undefined);
    const { data, errors } = await harness.query('{ courses { title lead { slowName } } }');
    expect(data).toEqual({
      courses: [
        { title: 'Algebra', lead: { slowName: null } },
        { title: 'Botany', lead: { slowName: null } },
      ],
    });
    expect(errors?.map(({ path }) => path)).toEqual([
      ['courses', 0, 'lead', 'slowName'],
      ['courses', 1, 'lead', 'slowName'],
    ]);
  });

  it('answers the rest when a subgraph cannot be reached', async () => {
    if (harness.remote) await harness.remote.people.stop();
    else harness.graph.people.execute = () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:4003'));
    const { status, data, errors } = await harness.query('{ slow courses { title } }');
    expect(status).toBe(200);
    expect(data).toEqual({ slow: null, courses: [{ title: 'Algebra' }, { title: 'Botany' }] });
    expect(errors).toEqual([
      {
        message: 'The subgraph "people" cannot be reached.',
        path: ['slow'],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'people', requestId: expect.any(String) },
      },
    ]);
  });
});

describe('a remote subgraph', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness('remote', { subgraphDeadlineMs: 300 });
  });
  afterAll(() => harness.stop());
  afterEach(() => {
    if (harness.remote) harness.remote.people.disturbance = undefined;
  });

  it('is read whatever its status', async () => {
    if (harness.remote) {
      const body = JSON.stringify({ errors: [{ message: 'No.', extensions: { code: 'BAD_USER_INPUT' } }] });
      harness.remote.people.disturbance = { status: 400, body };
    }
    const { errors } = await harness.query('{ slow }');
    expect(errors).toMatchObject([{ message: 'No.', extensions: { code: 'BAD_USER_INPUT', service: 'people' } }]);
  });

  it.each([
    ['a page of a proxy', { status: 502, body: '<html>Bad Gateway</html>' }],
    ['JSON that is no GraphQL', { status: 200, body: '{"hello":"world"}' }],
  ])('counts as unavailable where it answers %s', async (_what, disturbance) => {
    if (harness.remote) harness.remote.people.disturbance = disturbance;
    const { data, errors } = await harness.query('{ slow }');
    expect(data).toEqual({ slow: null });
    expect(errors).toMatchObject([{ path: ['slow'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
  });

  it('is given up where it accepts a request and never answers', async () => {
    if (harness.remote) harness.remote.people.disturbance = 'hang';
    const { errors } = await harness.query('{ slow }');
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_TIMEOUT', service: 'people' } }]);
  });

  it('accepts nothing that another key signed, and the client learns no more than that it cannot be served', async () => {
    const { generateSigningKey } = await import('@lyceum/auth');
    const other = await startHarness('remote', { signingKey: await generateSigningKey() });
    const { data, errors } = await other.query('{ slow }');
    await other.stop();
    expect(data).toEqual({ slow: null });
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'people' } }]);
  });
});
