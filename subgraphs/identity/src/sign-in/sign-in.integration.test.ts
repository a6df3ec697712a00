import { UserRoleChanged } from '@lyceum/contracts';
import { login, type People, password, type Registered, startPeople } from '../testing/people.ts';

let people: People;

beforeAll(async () => {
  people = await startPeople();
});
afterAll(() => people.tested.stop());

describe('signing in', () => {
  it('gives a token that grants access', async () => {
    const { email, result } = await people.register();
    const { data } = await people.tested.send<{ login: Registered }>(login, { email: email.toUpperCase(), password });
    const me = await people.tested.send(
      '{ me { id email } }',
      {},
      { userId: '' as never, token: String(data?.login.session.accessToken) },
    );
    expect(me.data).toEqual({ me: { id: result.session.userId, email } });
  });

  it('gives the same answer for a wrong password and an unknown address', async () => {
    const { email } = await people.register();
    const wrong = await people.tested.send(login, { email, password: 'not the password' });
    const unknown = await people.tested.send(login, { email: 'nobody@example.org', password });
    expect(wrong.data).toEqual({ login: { __typename: 'InvalidCredentials' } });
    expect(unknown.data).toEqual(wrong.data);
  });

  it('is refused after ten failures, even in one document', async () => {
    const { email } = await people.register();
    const aliases = Array.from(
      { length: 15 },
      (_, index) => `
      a${index}: login(input: { email: "${email}", password: "guess number ${index}" }) { __typename }`,
    );
    const { data } = await people.tested.send<Record<string, { __typename: string }>>(
      `mutation { ${aliases.join('')} }`,
    );
    const outcomes = Object.values(data ?? {}).map((outcome) => outcome.__typename);
    expect(outcomes.filter((outcome) => outcome === 'InvalidCredentials')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === 'TooManyAttempts')).toHaveLength(5);
    const right = await people.tested.send(login, { email, password });
    expect(right.data).toMatchObject({ login: { __typename: 'TooManyAttempts' } });
  });

  it('is refused after ten concurrent failures', async () => {
    const { email } = await people.register();
    const guesses = Array.from({ length: 20 }, (_, index) =>
      people.signInFrom('203.0.113.1', email, `guess number ${index}`),
    );
    const outcomes = (await Promise.all(guesses)).map(({ __typename }) => __typename);
    expect(outcomes.filter((outcome) => outcome === 'InvalidCredentials')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === 'TooManyAttempts')).toHaveLength(10);
  });

  it('is not refused to the owner because of guesses from another network', async () => {
    const { email } = await people.register();
    for (let guess = 0; guess < 11; guess += 1) await people.signInFrom('203.0.113.2', email, 'a wrong password');
    expect((await people.signInFrom('203.0.113.2', email, password)).__typename).toBe('TooManyAttempts');
    expect((await people.signInFrom('198.51.100.2', email, password)).__typename).toBe('LoginSuccess');
  });

  it('is not refused to a known device of the account because of guesses from anywhere', async () => {
    const { email, result } = await people.register();
    await people.tested.database.dataSource.query(
      `INSERT INTO sign_in_attempt (id, email, network, outcome)
       SELECT gen_random_uuid(), $1, '203.0.113.' || number, 'FAILED' FROM generate_series(1, 120) AS number`,
      [email],
    );
    expect((await people.signInFrom('198.51.100.3', email, password)).__typename).toBe('TooManyAttempts');
    const known = await people.signInFrom('198.51.100.3', email, password, result.deviceToken);
    expect(known).toMatchObject({ __typename: 'LoginSuccess', deviceToken: result.deviceToken });
  });

  it('from a known device is limited too', async () => {
    const { email, result } = await people.register();
    const guess = () => people.signInFrom('198.51.100.4', email, 'a wrong password', result.deviceToken);
    for (let number = 0; number < 10; number += 1) expect((await guess()).__typename).toBe('InvalidCredentials');
    expect((await guess()).__typename).toBe('TooManyAttempts');
  });

  it('does not treat a device of another account as known', async () => {
    const [owner, thief] = [await people.register(), await people.register()];
    const { email } = owner;
    for (let guess = 0; guess < 10; guess += 1) {
      await people.signInFrom('203.0.113.5', email, 'a wrong password', thief.result.deviceToken);
    }
    const last = await people.signInFrom('203.0.113.5', email, password, thief.result.deviceToken);
    expect(last.__typename).toBe('TooManyAttempts');
  });

  it('gives no token with a role that was removed during the password check', async () => {
    const { email, result } = await people.register({ role: 'INSTRUCTOR' });
    const input = { userId: result.session.userId, role: 'STUDENT', expectedVersion: 1 };
    const changeRole = 'mutation ($input: ChangeRoleInput!) { changeRole(input: $input) { __typename } }';
    const [signedIn, changed] = await Promise.all([
      people.tested.send<{ login: Registered }>(login, { email, password }),
      people.tested.send(changeRole, { input }, await people.tokens.signIn('ADMIN')),
    ]);
    expect(changed.data).toEqual({ changeRole: { __typename: 'ChangeRoleSuccess' } });
    const token = String(signedIn.data?.login.session.accessToken);
    const { role, iat } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    await people.tested.eventsCarried();
    const change = people.tested.published.find(
      ({ type, subject }) => type === UserRoleChanged.type && subject === input.userId,
    );
    const { changedAt } = UserRoleChanged.payload.parse(change?.data);
    // A token that is older than the change is refused.
    expect(role === 'STUDENT' || iat * 1_000 <= Date.parse(changedAt)).toBe(true);
  });

  it('limits a network address that tries many accounts', async () => {
    await people.tested.database.dataSource.query(
      `INSERT INTO sign_in_attempt (id, email, network, outcome)
       SELECT gen_random_uuid(), number || '@example.org', '203.0.113.6', 'FAILED' FROM generate_series(1, 300) AS number`,
    );
    const { email } = await people.register();
    expect((await people.signInFrom('203.0.113.6', email, password)).__typename).toBe('TooManyAttempts');
    expect((await people.signInFrom('198.51.100.6', email, password)).__typename).toBe('LoginSuccess');
  });
});
