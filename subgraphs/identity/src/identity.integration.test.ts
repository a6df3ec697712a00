import type { Viewer } from '@lyceum/auth';
import { userIdOf } from '@lyceum/contracts';
import { requestScope } from '@lyceum/telemetry';
import { createTestTokens, startTestSubgraph, type TestSubgraph, type TestTokens } from '@lyceum/testing';
import { identity } from './index.ts';

const register = /* GraphQL */ `
  mutation ($input: RegisterInput!) {
    register(input: $input) {
      __typename
      ... on RegisterSuccess { session { userId accessToken refreshToken } }
      ... on InvalidInput { field message }
      ... on Error { message }
    }
  }`;
const login = /* GraphQL */ `
  mutation ($email: EmailAddress!, $password: String!) {
    login(input: { email: $email, password: $password }) {
      __typename
      ... on LoginSuccess { session { accessToken refreshToken } }
      ... on TooManyAttempts { retryAt }
    }
  }`;
const refresh = /* GraphQL */ `
  mutation ($token: String!) {
    refreshSession(input: { refreshToken: $token }) {
      __typename
      ... on RefreshSessionSuccess { session { refreshToken } }
    }
  }`;

const password = 'correct horse battery';
const admin = { name: 'Root', email: 'root@example.org', password, role: 'ADMIN' as const };
let tokens: TestTokens;
let tested: TestSubgraph;
let people = 0;
/** Who comes with a token of another issuer; the token is their name. */
const external = new Map<string, Viewer>();

beforeAll(async () => {
  tokens = await createTestTokens();
  const definition = identity({
    signingKey: tokens.signingKey,
    openRoles: ['STUDENT', 'INSTRUCTOR'],
    accounts: [admin],
  });
  const verifier = { verify: async (token: string) => external.get(token) ?? tokens.verifier.verify(token) };
  tested = await startTestSubgraph(definition, { tokens: { ...tokens, verifier }, topics: ['identity.user'] });
});
afterAll(() => tested.stop());

async function registerSomebody(input: Record<string, unknown> = {}) {
  people += 1;
  const person = { name: `Person ${people}`, email: `person${people}@example.org`, password, ...input };
  const { data } = await tested.send<{ register: RegisterResult }>(register, { input: person });
  if (!data) throw new Error('no data');
  return { ...person, result: data.register };
}

interface RegisterResult {
  __typename: string;
  session: { userId: string; accessToken: string; refreshToken: string };
}

describe('registering', () => {
  it('opens an account and a session, and tells the other domains', async () => {
    const { result, email } = await registerSomebody({ role: 'INSTRUCTOR' });
    expect(result.__typename).toBe('RegisterSuccess');
    await tested.eventsCarried();
    expect(tested.published).toContainEqual(
      expect.objectContaining({
        type: 'identity.user.registered.v1',
        subject: result.session.userId,
        aggregateversion: 1,
        data: expect.objectContaining({ email, role: 'INSTRUCTOR' }),
      }),
    );
  });

  it('takes an address once, whatever its case, also when two come at the same time', async () => {
    const outcomes = await Promise.all(
      ['twice@example.org', 'Twice@Example.org'].map((email) => registerSomebody({ email })),
    );
    expect(outcomes.map(({ result }) => result.__typename).sort()).toEqual(['EmailTaken', 'RegisterSuccess']);
  });

  it('names the field that is out of bounds', async () => {
    expect((await registerSomebody({ password: 'short' })).result).toMatchObject({
      __typename: 'InvalidInput',
      field: 'password',
      message: expect.stringContaining('12 to 200'),
    });
  });

  it('refuses text that no database takes', async () => {
    const input = { name: 'a\u0000b', email: 'nul@example.org', password };
    expect((await tested.send(register, { input })).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: 'variables.input.name',
    });
  });

  it('does not make administrators', async () => {
    expect((await registerSomebody({ role: 'ADMIN' })).result.__typename).toBe('RoleNotOpen');
  });
});

describe('signing in', () => {
  it('gives a token that opens what needs one', async () => {
    const { email, result } = await registerSomebody();
    const { data } = await tested.send<{ login: RegisterResult }>(login, { email: email.toUpperCase(), password });
    const me = await tested.send(
      '{ me { id email } }',
      {},
      { userId: '' as never, token: String(data?.login.session.accessToken) },
    );
    expect(me.data).toEqual({ me: { id: result.session.userId, email } });
  });

  it('answers the same for a wrong password and for an unknown address', async () => {
    const { email } = await registerSomebody();
    const wrong = await tested.send(login, { email, password: 'not the password' });
    const unknown = await tested.send(login, { email: 'nobody@example.org', password });
    expect(wrong.data).toEqual({ login: { __typename: 'InvalidCredentials' } });
    expect(unknown.data).toEqual(wrong.data);
  });

  it('is refused after ten failures, however many are sent in one document', async () => {
    const { email } = await registerSomebody();
    const aliases = Array.from(
      { length: 15 },
      (_, index) => `
      a${index}: login(input: { email: "${email}", password: "guess number ${index}" }) { __typename }`,
    );
    const { data } = await tested.send<Record<string, { __typename: string }>>(`mutation { ${aliases.join('')} }`);
    const outcomes = Object.values(data ?? {}).map((outcome) => outcome.__typename);
    expect(outcomes.filter((outcome) => outcome === 'InvalidCredentials')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === 'TooManyAttempts')).toHaveLength(5);
    const right = await tested.send(login, { email, password });
    expect(right.data).toMatchObject({ login: { __typename: 'TooManyAttempts' } });
  });
});

describe('a refresh token', () => {
  it('works once, and its second use ends the whole session', async () => {
    const { result } = await registerSomebody();
    const first = result.session.refreshToken;
    const traded = await tested.send<{ refreshSession: RegisterResult }>(refresh, { token: first });
    const second = traded.data?.refreshSession.session.refreshToken;
    expect(second).toBeDefined();
    expect((await tested.send(refresh, { token: first })).data).toEqual({
      refreshSession: { __typename: 'SessionEnded' },
    });
    expect((await tested.send(refresh, { token: second })).data).toEqual({
      refreshSession: { __typename: 'SessionEnded' },
    });
  });

  it('has one winner when fifty come at the same time', async () => {
    const { result } = await registerSomebody();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        tested.send<{ refreshSession: { __typename: string } }>(refresh, { token: result.session.refreshToken }),
      ),
    );
    const winners = answers.filter(({ data }) => data?.refreshSession.__typename === 'RefreshSessionSuccess');
    expect(winners).toHaveLength(1);
  });

  it('ends with logging out', async () => {
    const { result } = await registerSomebody();
    const token = result.session.refreshToken;
    await tested.send('mutation ($token: String!) { logout(input: { refreshToken: $token }) { message } }', { token });
    expect((await tested.send(refresh, { token })).data).toEqual({ refreshSession: { __typename: 'SessionEnded' } });
  });
});

describe('what people see of each other', () => {
  const person = 'query ($id: ID!) { user(id: $id) { name email } }';

  it('is the name, but the address only for oneself and for administrators', async () => {
    const { result, name, email } = await registerSomebody();
    const id = result.session.userId;
    const self = { userId: id as never, token: result.session.accessToken };
    expect((await tested.send(person, { id }, self)).data).toEqual({ user: { name, email } });
    expect((await tested.send(person, { id }, await tokens.signIn('ADMIN'))).data).toEqual({ user: { name, email } });
    expect((await tested.send(person, { id }, await tokens.signIn('STUDENT'))).data).toEqual({
      user: { name, email: null },
    });
  });

  it('is nothing for who is not signed in, also through _entities', async () => {
    const { result } = await registerSomebody();
    const direct = await tested.send(person, { id: result.session.userId });
    expect(direct.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const entities = await tested.send(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on User { name } } }',
      { representations: [{ __typename: 'User', id: result.session.userId }] },
    );
    expect(entities.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('says which argument is no id', async () => {
    const answer = await tested.send(person, { id: 'ada' }, await tokens.signIn('STUDENT'));
    expect(answer.errors?.[0]).toMatchObject({
      message: 'id: expected an id that this API gave out, not "ada"',
      extensions: { code: 'BAD_USER_INPUT', argument: 'id' },
    });
  });
});

describe('administrators', () => {
  const change = /* GraphQL */ `
    mutation ($input: ChangeRoleInput!) {
      changeRole(input: $input) {
        __typename
        ... on ChangeRoleSuccess { user { role version } }
        ... on AccountConflict { current { role version } yours }
      }
    }`;
  const events = /* GraphQL */ `
    query ($userId: ID, $after: Cursor) {
      authenticationEvents(userId: $userId, first: 2, after: $after) {
        nodes { kind user { id } }
        pageInfo { hasNextPage endCursor }
      }
    }`;

  it('change roles, and hear of each other when they collide', async () => {
    const { result } = await registerSomebody();
    const viewer = await tokens.signIn('ADMIN');
    const input = { userId: result.session.userId, role: 'INSTRUCTOR', expectedVersion: 1 };
    expect((await tested.send(change, { input }, viewer)).data).toEqual({
      changeRole: { __typename: 'ChangeRoleSuccess', user: { role: 'INSTRUCTOR', version: 2 } },
    });
    expect((await tested.send(change, { input: { ...input, role: 'ADMIN' } }, viewer)).data).toEqual({
      changeRole: { __typename: 'AccountConflict', current: { role: 'INSTRUCTOR', version: 2 }, yours: 'ADMIN' },
    });
  });

  it('alone may do so', async () => {
    const { result } = await registerSomebody();
    const input = { userId: result.session.userId, role: 'ADMIN', expectedVersion: 1 };
    const answer = await tested.send(change, { input }, await tokens.signIn('INSTRUCTOR'));
    expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('read the audit log page by page, newest first', async () => {
    const { result, email } = await registerSomebody();
    await tested.send(login, { email, password: 'not the password' });
    await tested.send(login, { email, password });
    const viewer = await tokens.signIn('ADMIN');
    const userId = result.session.userId;
    interface Page {
      authenticationEvents: { nodes: { kind: string }[]; pageInfo: { endCursor: string } };
    }
    const first = await tested.send<Page>(events, { userId }, viewer);
    expect(first.data?.authenticationEvents.nodes.map(({ kind }) => kind)).toEqual(['LOGIN_SUCCEEDED', 'LOGIN_FAILED']);
    const after = first.data?.authenticationEvents.pageInfo.endCursor;
    const second = await tested.send<Page>(events, { userId, after }, viewer);
    expect(second.data?.authenticationEvents).toEqual({
      nodes: [{ kind: 'REGISTERED', user: { id: userId } }],
      pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
    });
  });
});

describe('somebody for whom another issuer vouches', () => {
  const viewer = (name: string, email: string | null): Viewer => ({
    userId: userIdOf('https://sso.example.org', name),
    role: 'STUDENT',
    scopes: new Set(['learn']),
    expiresAt: new Date(Date.now() + 60_000),
    external: { issuer: 'https://sso.example.org', name, email },
  });
  const me = '{ me { id name email role } }';
  const visit = async (who: Viewer) => {
    const { data } = await tested.subgraph.execute(
      { query: me },
      { token: who.external?.name, request: requestScope({}) },
    );
    return data?.me as { id: string } | null;
  };

  it('has an account from the first visit on, also when two visits come at once, and others hear of it once', async () => {
    const who = viewer('Grace', 'grace@sso.example.org');
    external.set('Grace', who);
    const [first, second] = await Promise.all([visit(who), visit(who)]);
    expect(first).toEqual({ id: who.userId, name: 'Grace', email: 'grace@sso.example.org', role: 'STUDENT' });
    expect(second).toEqual(first);
    await tested.eventsCarried();
    expect(tested.published.filter(({ subject }) => subject === who.userId)).toHaveLength(1);
  });

  it('has none while the issuer does not tell an address', async () => {
    const who = viewer('Nameless', null);
    external.set('Nameless', who);
    expect(await visit(who)).toBeNull();
  });

  it('cannot sign in with a password', async () => {
    const answer = await tested.send(login, { email: 'grace@sso.example.org', password });
    expect(answer.data).toEqual({ login: { __typename: 'InvalidCredentials' } });
  });
});

describe('a cursor', () => {
  it('that this list did not give out is refused', async () => {
    const after = Buffer.from('not an id').toString('base64url');
    const query = 'query ($after: Cursor) { authenticationEvents(after: $after) { nodes { id } } }';
    const answer = await tested.send(query, { after }, await tokens.signIn('ADMIN'));
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  });
});

describe('a defect', () => {
  it('is masked, with the id of the request', async () => {
    await tested.database.dataSource.query('ALTER TABLE account RENAME TO account_away');
    const answer = await tested.send('{ me { id } }', {}, await tokens.signIn('STUDENT'));
    await tested.database.dataSource.query('ALTER TABLE account_away RENAME TO account');
    expect(JSON.stringify(answer.errors)).not.toMatch(/account|relation|SELECT/);
    expect(answer.errors?.[0]?.extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      requestId: answer.headers.get('x-request-id'),
    });
  });
});
