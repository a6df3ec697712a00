import type { Viewer } from '@lyceum/auth';
import { userIdOf } from '@lyceum/contracts';
import { requestScope } from '@lyceum/telemetry';
import { login, type People, password, type Registered, refresh, register, startPeople } from '../testing/people.ts';

let people: People;

beforeAll(async () => {
  people = await startPeople();
});
afterAll(() => people.tested.stop());

describe('registration', () => {
  it('creates an account and a session, and publishes an event', async () => {
    const { result, email } = await people.register({ role: 'INSTRUCTOR' });
    expect(result.__typename).toBe('RegisterSuccess');
    await people.tested.eventsCarried();
    expect(people.tested.published).toContainEqual(
      expect.objectContaining({
        type: 'identity.user.registered.v1',
        subject: result.session.userId,
        aggregateversion: 1,
        data: expect.objectContaining({ email, role: 'INSTRUCTOR' }),
      }),
    );
  });

  it('accepts an address once, in any case, even concurrently', async () => {
    const outcomes = await Promise.all(
      ['twice@example.org', 'Twice@Example.org'].map((email) => people.register({ email })),
    );
    expect(outcomes.map(({ result }) => result.__typename).sort()).toEqual(['EmailTaken', 'RegisterSuccess']);
  });

  it('names the field that is out of bounds', async () => {
    expect((await people.register({ password: 'short' })).result).toMatchObject({
      __typename: 'InvalidInput',
      field: 'password',
      message: expect.stringContaining('12 to 200'),
    });
  });

  it('refuses text that cannot be stored', async () => {
    const input = { name: 'a\u0000b', email: 'nul@example.org', password };
    expect((await people.tested.send(register, { input })).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: 'variables.input.name',
    });
  });

  it('does not create administrators', async () => {
    expect((await people.register({ role: 'ADMIN' })).result.__typename).toBe('RoleNotOpen');
  });
});

describe('people’s data', () => {
  const person = 'query ($id: ID!) { user(id: $id) { name email } }';

  it('includes the name for everyone, and the address for oneself and administrators', async () => {
    const { result, name, email } = await people.register();
    const id = result.session.userId;
    const self = { userId: id as never, token: result.session.accessToken };
    expect((await people.tested.send(person, { id }, self)).data).toEqual({ user: { name, email } });
    expect((await people.tested.send(person, { id }, await people.tokens.signIn('ADMIN'))).data).toEqual({
      user: { name, email },
    });
    expect((await people.tested.send(person, { id }, await people.tokens.signIn('STUDENT'))).data).toEqual({
      user: { name, email: null },
    });
  });

  it('is invisible to anonymous viewers, also through _entities', async () => {
    const { result } = await people.register();
    const direct = await people.tested.send(person, { id: result.session.userId });
    expect(direct.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const entities = await people.tested.send(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on User { name } } }',
      { representations: [{ __typename: 'User', id: result.session.userId }] },
    );
    expect(entities.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('names the argument that is not an id', async () => {
    const answer = await people.tested.send(person, { id: 'ada' }, await people.tokens.signIn('STUDENT'));
    expect(answer.errors?.[0]).toMatchObject({
      message: 'id: expected an id returned by this API, not "ada"',
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

  it('change roles, and get a conflict if they collide', async () => {
    const { result } = await people.register();
    const viewer = await people.tokens.signIn('ADMIN');
    const input = { userId: result.session.userId, role: 'INSTRUCTOR', expectedVersion: 1 };
    expect((await people.tested.send(change, { input }, viewer)).data).toEqual({
      changeRole: { __typename: 'ChangeRoleSuccess', user: { role: 'INSTRUCTOR', version: 2 } },
    });
    expect((await people.tested.send(change, { input: { ...input, role: 'ADMIN' } }, viewer)).data).toEqual({
      changeRole: { __typename: 'AccountConflict', current: { role: 'INSTRUCTOR', version: 2 }, yours: 'ADMIN' },
    });
  });

  it('change roles immediately: older tokens are refused, and an event is published', async () => {
    const { result } = await people.register({ role: 'INSTRUCTOR' });
    const { userId, accessToken, refreshToken } = result.session;
    const own = { userId: userId as never, token: accessToken };
    const me = async () => (await people.tested.send('{ me { role } }', {}, own)).errors?.[0]?.extensions;
    expect(await me()).toBeUndefined();
    await people.tested.send(
      change,
      { input: { userId, role: 'STUDENT', expectedVersion: 1 } },
      await people.tokens.signIn('ADMIN'),
    );
    await people.tested.eventsCarried();
    expect(await me()).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'TOKEN_EXPIRED' });
    const refreshed = await people.tested.send<{ refreshSession: Registered }>(refresh, { token: refreshToken });
    own.token = String(refreshed.data?.refreshSession.session.accessToken);
    expect(await me()).toBeUndefined();
    expect(people.tested.published.filter(({ subject }) => subject === userId).map(({ type }) => type)).toEqual([
      'identity.user.registered.v1',
      'identity.user.role-changed.v1',
    ]);
  });

  it('cannot all be demoted: not the last one by themselves, nor two by each other concurrently', async () => {
    const roots = await people.tested.database.dataSource.query("SELECT id, version FROM account WHERE role = 'ADMIN'");
    const root = { userId: roots[0].id, expectedVersion: roots[0].version };
    const demote = async (input: Record<string, unknown>) => {
      const { data } = await people.tested.send<{ changeRole: { __typename: string } }>(
        change,
        { input: { ...input, role: 'STUDENT' } },
        await people.tokens.signIn('ADMIN'),
      );
      return data?.changeRole.__typename;
    };
    expect(roots).toHaveLength(1);
    expect(await demote(root)).toBe('LastAdministrator');
    const { result } = await people.register();
    const second = { userId: result.session.userId, expectedVersion: 1 };
    await people.tested.send(change, { input: { ...second, role: 'ADMIN' } }, await people.tokens.signIn('ADMIN'));
    const outcomes = await Promise.all([demote(root), demote({ ...second, expectedVersion: 2 })]);
    expect(outcomes.sort()).toEqual(['ChangeRoleSuccess', 'LastAdministrator']);
  });

  it('are the only ones who may do so', async () => {
    const { result } = await people.register();
    const input = { userId: result.session.userId, role: 'ADMIN', expectedVersion: 1 };
    const answer = await people.tested.send(change, { input }, await people.tokens.signIn('INSTRUCTOR'));
    expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('a person authenticated by another issuer', () => {
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
    const { data } = await people.tested.subgraph.execute(
      { query: me },
      { token: who.external?.name, request: requestScope({}) },
    );
    return data?.me as { id: string } | null;
  };

  it('gets an account at the first request, once even for concurrent ones, with one event', async () => {
    const who = viewer('Grace', 'grace@sso.example.org');
    people.external.set('Grace', who);
    const [first, second] = await Promise.all([visit(who), visit(who)]);
    expect(first).toEqual({ id: who.userId, name: 'Grace', email: 'grace@sso.example.org', role: 'STUDENT' });
    expect(second).toEqual(first);
    await people.tested.eventsCarried();
    expect(people.tested.published.filter(({ subject }) => subject === who.userId)).toHaveLength(1);
  });

  it('gets none if the issuer provides no address', async () => {
    const who = viewer('Nameless', null);
    people.external.set('Nameless', who);
    expect(await visit(who)).toBeNull();
  });

  it('cannot sign in with a password', async () => {
    const answer = await people.tested.send(login, { email: 'grace@sso.example.org', password });
    expect(answer.data).toEqual({ login: { __typename: 'InvalidCredentials' } });
  });
});

describe('a defect', () => {
  it('is masked, with the id of the request', async () => {
    await people.tested.database.dataSource.query('ALTER TABLE account RENAME TO account_away');
    const answer = await people.tested.send('{ me { id } }', {}, await people.tokens.signIn('STUDENT'));
    await people.tested.database.dataSource.query('ALTER TABLE account_away RENAME TO account');
    expect(JSON.stringify(answer.errors)).not.toMatch(/account|relation|SELECT/);
    expect(answer.errors?.[0]?.extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      requestId: answer.headers.get('x-request-id'),
    });
  });
});
