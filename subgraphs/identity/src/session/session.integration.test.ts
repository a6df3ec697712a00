import { type People, refresh, startPeople } from '../testing/people.ts';

let people: People;

beforeAll(async () => {
  people = await startPeople();
});
afterAll(() => people.tested.stop());

describe('a refresh token', () => {
  const ended = { __typename: 'SessionEnded' };

  it('is exchanged for the next one', async () => {
    const { result } = await people.register();
    const second = await people.refreshFrom('203.0.113.7', result.session.refreshToken);
    const third = await people.refreshFrom('203.0.113.7', String(second.session?.refreshToken));
    expect(third.__typename).toBe('RefreshSessionSuccess');
  });

  it('works again for the device that has just exchanged it: two tabs, or a lost answer', async () => {
    const { result } = await people.register();
    const { deviceToken, session } = result;
    const tabs = await Promise.all(
      ['203.0.113.7', '198.51.100.7'].map((address) => people.refreshFrom(address, session.refreshToken, deviceToken)),
    );
    expect(tabs.map(({ __typename }) => __typename)).toEqual(['RefreshSessionSuccess', 'RefreshSessionSuccess']);
    for (const tab of tabs) {
      const next = await people.refreshFrom('203.0.113.7', String(tab.session?.refreshToken), deviceToken);
      expect(next.__typename).toBe('RefreshSessionSuccess');
    }
  });

  it('ends the whole session if another device presents it a second time', async () => {
    const { result } = await people.register();
    const first = result.session.refreshToken;
    const second = await people.refreshFrom('203.0.113.7', first);
    expect(await people.refreshFrom('198.51.100.7', first)).toEqual(ended);
    expect(await people.refreshFrom('203.0.113.7', String(second.session?.refreshToken))).toEqual(ended);
  });

  it('ends the whole session if it is presented after its successor was used', async () => {
    const { result } = await people.register();
    const { deviceToken, session } = result;
    const second = await people.refreshFrom('203.0.113.7', session.refreshToken, deviceToken);
    const third = await people.refreshFrom('203.0.113.7', String(second.session?.refreshToken), deviceToken);
    expect(await people.refreshFrom('203.0.113.7', session.refreshToken, deviceToken)).toEqual(ended);
    expect(await people.refreshFrom('203.0.113.7', String(third.session?.refreshToken), deviceToken)).toEqual(ended);
  });

  it('ends the whole session if it is exchanged more often than the limit', async () => {
    const { result } = await people.register();
    const { deviceToken, session } = result;
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => people.refreshFrom('203.0.113.7', session.refreshToken, deviceToken)),
    );
    const winners = answers.filter(({ __typename }) => __typename === 'RefreshSessionSuccess');
    expect(winners).toHaveLength(10);
    expect(await people.refreshFrom('203.0.113.7', String(winners[0]?.session?.refreshToken), deviceToken)).toEqual(
      ended,
    );
  });

  it('is revoked by logout', async () => {
    const { result } = await people.register();
    const token = result.session.refreshToken;
    await people.tested.send('mutation ($token: String!) { logout(input: { refreshToken: $token }) { message } }', {
      token,
    });
    expect((await people.tested.send(refresh, { token })).data).toEqual({
      refreshSession: { __typename: 'SessionEnded' },
    });
  });
});
