import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { type Harness, startHarness } from '../testing/harness.ts';

describe('the security directives of the supergraph', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness('local');
  });
  afterAll(() => harness.stop());
  beforeEach(() => {
    harness.graph.course.received.length = 0;
    harness.graph.people.received.length = 0;
  });

  it('refuse an anonymous viewer what is for signed-in ones, before anything is fetched', async () => {
    const { status, data, errors } = await harness.query('{ me { name email } courses { id } }');
    expect(status).toBe(401);
    expect(data).toBeUndefined();
    expect(errors).toEqual([
      {
        message: 'Sign in first: Query.me needs a signed-in viewer; Person.email needs a signed-in viewer.',
        extensions: {
          code: 'UNAUTHENTICATED',
          coordinates: [
            { coordinate: 'Query.me', needs: 'a signed-in viewer' },
            { coordinate: 'Person.email', needs: 'a signed-in viewer' },
          ],
          requestId: expect.any(String),
        },
      },
    ]);
    expect(harness.graph.course.received).toEqual([]);
    expect(harness.graph.people.received).toEqual([]);
  });

  it('let a signed-in viewer through', async () => {
    const { data } = await harness.query('{ me { email } vault { contents } }', {
      token: await harness.token('STUDENT'),
    });
    expect(data).toEqual({ me: { email: 'me@example.org' }, vault: { contents: 'gold' } });
  });

  it('refuse a viewer without the scopes, and name what is needed', async () => {
    const { status, errors } = await harness.query('{ accounts courses { notes } }', {
      token: await harness.token('STUDENT'),
    });
    expect(status).toBe(403);
    expect(errors).toMatchObject([
      {
        extensions: {
          code: 'FORBIDDEN',
          coordinates: [
            { coordinate: 'Query.accounts', needs: 'the scope "administer"' },
            { coordinate: 'Course.notes', needs: 'the scopes "teach" and "learn", or "administer"' },
          ],
        },
      },
    ]);
  });

  it.each(['INSTRUCTOR', 'ADMIN'] as const)('accept any set of scopes that an %s has whole', async (role) => {
    const { data } = await harness.query('{ courses { notes } }', { token: await harness.token(role) });
    expect(data).toMatchObject({ courses: [{ notes: 'answers to all questions' }, {}] });
  });

  it.each([
    ['an alias', '{ innocent: vault { name } }', ['Vault']],
    [
      'a fragment',
      '{ courses { ...Outer } } fragment Outer on Course { ...Inner } fragment Inner on Course { notes }',
      ['Course.notes'],
    ],
    ['an inline fragment', '{ ... on Query { ... { me { id } } } }', ['Query.me']],
    ['a union', '{ find { ... on Vault { __typename } } }', ['Vault']],
    ['an interface', '{ named { name } }', ['Named', 'Vault']],
    ['an entity of another subgraph', '{ courses { lead { email } } }', ['Person.email']],
    ['a condition', 'query ($no: Boolean = false) { me @include(if: $no) { id } }', ['Query.me']],
  ])('cannot be got around by %s', async (_what, query, coordinates) => {
    const { errors } = await harness.query(query);
    expect(errors).toHaveLength(1);
    const [error] = errors ?? [];
    const named = (error?.extensions?.coordinates ?? []) as { coordinate: string }[];
    expect(error?.extensions?.code).toBe('UNAUTHENTICATED');
    expect(named.map(({ coordinate }) => coordinate)).toEqual(expect.arrayContaining(coordinates));
  });

  it('leave introspection alone', async () => {
    const { data, errors } = await harness.query(getIntrospectionQuery());
    expect(errors).toBeUndefined();
    const schema = buildClientSchema(data as unknown as IntrospectionQuery);
    expect(schema.getType('Vault')).toBeDefined();
    expect(schema.getDirective('authenticated')).toBeUndefined();
  });

  it('are kept only where they concern the operation that runs', async () => {
    const { data } = await harness.query('query Open { courses { id } } query Closed { me { id } }');
    expect(data).toBeUndefined();
    const response = await fetch(harness.gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: 'query Open { courses { id } } query Closed { me { id } }',
        operationName: 'Open',
      }),
    });
    expect(await response.json()).toMatchObject({ data: { courses: [{ id: 'c1' }, { id: 'c2' }] } });
  });
});

describe('a token', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness('local');
  });
  afterAll(() => harness.stop());

  it.each([
    ['that has expired', async () => `Bearer ${await harness.token('STUDENT', -10)}`, 'TOKEN_EXPIRED'],
    ['that is forged', async () => 'Bearer forged', 'TOKEN_INVALID'],
    ['of another scheme', async () => 'Basic YTpi', 'TOKEN_INVALID'],
  ])('%s is refused with its reason', async (_what, authorization, reason) => {
    const { status, errors } = await harness.query('{ courses { id } }', {
      headers: { authorization: await authorization(), 'x-request-id': 'request-1' },
    });
    expect(status).toBe(401);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED', reason, requestId: 'request-1' } }]);
  });

  it('that cannot be checked now is a fault of ours, not of the token', async () => {
    const broken = await startHarness('local', {
      tokens: { verify: () => Promise.reject(new TypeError('fetch failed: 10.0.0.7')) },
    });
    const { status, errors } = await broken.query('{ courses { id } }', { token: 'any' });
    await broken.stop();
    expect(status).toBe(500);
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(JSON.stringify(errors)).not.toContain('10.0.0.7');
  });
});
