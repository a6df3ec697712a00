import type { Viewer } from '@lyceum/auth';
import { userIdOf } from '@lyceum/contracts';
import { requestScope } from '@lyceum/telemetry';
import { createTestTokens, startTestSubgraph, type TestSubgraph, type TestTokens } from '@lyceum/testing';
import { identity } from './index.ts';

const register = /* GraphQL */ `
  mutation ($input: RegisterInput!) {
    register(input: $input) {
      __typename
      ... on RegisterSuccess { session { userId accessToken refreshToken } deviceToken }
      ... on InvalidInput { field message }
      ... on Error { message }
    }
  }`;
const login = /* GraphQL */ `
  mutation ($email: EmailAddress!, $password: String!, $deviceToken: String) {
    login(input: { email: $email, password: $password, deviceToken: $deviceToken }) {
      __typename
      ... on LoginSuccess { session { accessToken refreshToken } deviceToken }
      ... on TooManyAttempts { retryAt }
    }
  }`;
const refresh = /* GraphQL */ `
  mutation ($token: String!, $deviceToken: String) {
    refreshSession(input: { refreshToken: $token, deviceToken: $deviceToken }) {
      __typename
      ... on RefreshSessionSuccess { session { accessToken refreshToken } }
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
  deviceToken: string;
}

interface SessionResult {
  readonly __typename: string;
  readonly session?: { readonly refreshToken: string };
  readonly deviceToken?: string;
}

/** Runs a mutation for a client with that network address. */
async function from(clientAddress: string, query: string, variables: Record<string, unknown>): Promise<SessionResult> {
  const { data, errors } = await tested.subgraph.execute(
    { query, variables },
    { token: undefined, request: requestScope({ clientAddress }) },
  );
  if (!data) throw new Error(`no data: ${JSON.stringify(errors)}`);
  return Object.values(data)[0] as SessionResult;
}

const signInFrom = (address: string, email: string, guess: string, deviceToken?: string) =>
  from(address, login, { email, password: guess, deviceToken });
const refreshFrom = (address: string, token: string, deviceToken?: string) =>
  from(address, refresh, { token, deviceToken });

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

  it('is refused after ten failures that come at the same time', async () => {
    const { email } = await registerSomebody();
    const guesses = Array.from({ length: 20 }, (_, index) => signInFrom('203.0.113.1', email, `guess number ${index}`));
    const outcomes = (await Promise.all(guesses)).map(({ __typename }) => __typename);
    expect(outcomes.filter((outcome) => outcome === 'InvalidCredentials')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === 'TooManyAttempts')).toHaveLength(10);
  });

  it('is not refused to the owner because somebody elsewhere guesses', async () => {
    const { email } = await registerSomebody();
    for (let guess = 0; guess < 11; guess += 1) await signInFrom('203.0.113.2', email, 'a wrong password');
    expect((await signInFrom('203.0.113.2', email, password)).__typename).toBe('TooManyAttempts');
    expect((await signInFrom('198.51.100.2', email, password)).__typename).toBe('LoginSuccess');
  });

  it('is not refused to a device that the account knows, whoever guesses and from wherever', async () => {
    const { email, result } = await registerSomebody();
    await tested.database.dataSource.query(
      `INSERT INTO sign_in_attempt (id, email, network, outcome)
       SELECT gen_random_uuid(), $1, '203.0.113.' || number, 'FAILED' FROM generate_series(1, 120) AS number`,
      [email],
    );
    expect((await signInFrom('198.51.100.3', email, password)).__typename).toBe('TooManyAttempts');
    const known = await signInFrom('198.51.100.3', email, password, result.deviceToken);
    expect(known).toMatchObject({ __typename: 'LoginSuccess', deviceToken: result.deviceToken });
  });

  it('from a known device is counted too', async () => {
    const { email, result } = await registerSomebody();
    const guess = () => signInFrom('198.51.100.4', email, 'a wrong password', result.deviceToken);
    for (let number = 0; number < 10; number += 1) expect((await guess()).__typename).toBe('InvalidCredentials');
    expect((await guess()).__typename).toBe('TooManyAttempts');
  });

  it('takes no device of another account for known', async () => {
    const [owner, thief] = [await registerSomebody(), await registerSomebody()];
    const { email } = owner;
    for (let guess = 0; guess < 10; guess += 1) {
      await signInFrom('203.0.113.5', email, 'a wrong password', thief.result.deviceToken);
    }
    const last = await signInFrom('203.0.113.5', email, password, thief.result.deviceToken);
    expect(last.__typename).toBe('TooManyAttempts');
  });

  it('slows one address down that tries many accounts', async () => {
    await tested.database.dataSource.query(
      `INSERT INTO sign_in_attempt (id, email, network, outcome)
       SELECT gen_random_uuid(), number || '@example.org', '203.0.113.6', 'FAILED' FROM generate_series(1, 300) AS number`,
    );
    const { email } = await registerSomebody();
    expect((await signInFrom('203.0.113.6', email, password)).__typename).toBe('TooManyAttempts');
    expect((await signInFrom('198.51.100.6', email, password)).__typename).toBe('LoginSuccess');
  });
});

describe('a refresh token', () => {
  const ended = { __typename: 'SessionEnded' };

  it('is traded for the next one', async () => {
    const { result } = await registerSomebody();
    const second = await refreshFrom('203.0.113.7', result.session.refreshToken);
    const third = await refreshFrom('203.0.113.7', String(second.session?.refreshToken));
    expect(third.__typename).toBe('RefreshSessionSuccess');
  });

  it('works again for the device that has just traded it: two tabs, or a lost answer', async () => {
    const { result } = await registerSomebody();
    const { deviceToken, session } = result;
    const tabs = await Promise.all(
      ['203.0.113.7', '198.51.100.7'].map((address) => refreshFrom(address, session.refreshToken, deviceToken)),
    );
    expect(tabs.map(({ __typename }) => __typename)).toEqual(['RefreshSessionSuccess', 'RefreshSessionSuccess']);
    for (const tab of tabs) {
      const next = await refreshFrom('203.0.113.7', String(tab.session?.refreshToken), deviceToken);
      expect(next.__typename).toBe('RefreshSessionSuccess');
    }
  });

  it('ends the whole session where another device presents it a second time', async () => {
    const { result } = await registerSomebody();
    const first = result.session.refreshToken;
    const second = await refreshFrom('203.0.113.7', first);
    expect(await refreshFrom('198.51.100.7', first)).toEqual(ended);
    expect(await refreshFrom('203.0.113.7', String(second.session?.refreshToken))).toEqual(ended);
  });

  it('ends the whole session where it comes after its successor was used', async () => {
    const { result } = await registerSomebody();
    const { deviceToken, session } = result;
    const second = await refreshFrom('203.0.113.7', session.refreshToken, deviceToken);
    const third = await refreshFrom('203.0.113.7', String(second.session?.refreshToken), deviceToken);
    expect(await refreshFrom('203.0.113.7', session.refreshToken, deviceToken)).toEqual(ended);
    expect(await refreshFrom('203.0.113.7', String(third.session?.refreshToken), deviceToken)).toEqual(ended);
  });

  it('ends the whole session where it is traded more often than a person has tabs', async () => {
    const { result } = await registerSomebody();
    const { deviceToken, session } = result;
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => refreshFrom('203.0.113.7', session.refreshToken, deviceToken)),
    );
    const winners = answers.filter(({ __typename }) => __typename === 'RefreshSessionSuccess');
    expect(winners).toHaveLength(10);
    expect(await refreshFrom('203.0.113.7', String(winners[0]?.session?.refreshToken), deviceToken)).toEqual(ended);
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
        totalCount
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

  it('change roles at once: what was given out before is refused, and the other domains hear of it', async () => {
    const { result } = await registerSomebody({ role: 'INSTRUCTOR' });
    const { userId, accessToken, refreshToken } = result.session;
    const own = { userId: userId as never, token: accessToken };
    const me = async () => (await tested.send('{ me { role } }', {}, own)).errors?.[0]?.extensions;
    expect(await me()).toBeUndefined();
    await tested.send(change, { input: { userId, role: 'STUDENT', expectedVersion: 1 } }, await tokens.signIn('ADMIN'));
    await tested.eventsCarried();
    expect(await me()).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'TOKEN_EXPIRED' });
    const refreshed = await tested.send<{ refreshSession: RegisterResult }>(refresh, { token: refreshToken });
    own.token = String(refreshed.data?.refreshSession.session.accessToken);
    expect(await me()).toBeUndefined();
    expect(tested.published.filter(({ subject }) => subject === userId).map(({ type }) => type)).toEqual([
      'identity.user.registered.v1',
      'identity.user.role-changed.v1',
    ]);
  });

  it('stay: the last of them cannot be demoted, not by themselves either, and not two by each other at once', async () => {
    const roots = await tested.database.dataSource.query("SELECT id, version FROM account WHERE role = 'ADMIN'");
    const root = { userId: roots[0].id, expectedVersion: roots[0].version };
    const demote = async (input: Record<string, unknown>) => {
      const { data } = await tested.send<{ changeRole: { __typename: string } }>(
        change,
        { input: { ...input, role: 'STUDENT' } },
        await tokens.signIn('ADMIN'),
      );
      return data?.changeRole.__typename;
    };
    expect(roots).toHaveLength(1);
    expect(await demote(root)).toBe('LastAdministrator');
    const { result } = await registerSomebody();
    const second = { userId: result.session.userId, expectedVersion: 1 };
    await tested.send(change, { input: { ...second, role: 'ADMIN' } }, await tokens.signIn('ADMIN'));
    const outcomes = await Promise.all([demote(root), demote({ ...second, expectedVersion: 2 })]);
    expect(outcomes.sort()).toEqual(['ChangeRoleSuccess', 'LastAdministrator']);
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
      totalCount: 3,
    });
  });
});

describe('somebody for whom another issuer vouches', () => {
  const viewer = (name: string, email: string | null): Viewer => ({
    userId: userIdOf('https://sso.example.org', name),
    role: 'STUDENT',
    scopes: new Set(['learn']),
    issuedAt: new Date(),
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
