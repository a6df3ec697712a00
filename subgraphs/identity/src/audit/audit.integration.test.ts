import { login, type People, password, startPeople } from '../testing/people.ts';

let people: People;

beforeAll(async () => {
  people = await startPeople();
});
afterAll(() => people.tested.stop());

describe('the audit log', () => {
  const events = /* GraphQL */ `
    query ($userId: ID, $after: Cursor) {
      authenticationEvents(userId: $userId, first: 2, after: $after) {
        nodes { kind user { id } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }`;

  it('is paginated for administrators, newest first', async () => {
    const { result, email } = await people.register();
    await people.tested.send(login, { email, password: 'not the password' });
    await people.tested.send(login, { email, password });
    const viewer = await people.tokens.signIn('ADMIN');
    const userId = result.session.userId;
    interface Page {
      authenticationEvents: { nodes: { kind: string }[]; pageInfo: { endCursor: string } };
    }
    const first = await people.tested.send<Page>(events, { userId }, viewer);
    expect(first.data?.authenticationEvents.nodes.map(({ kind }) => kind)).toEqual(['LOGIN_SUCCEEDED', 'LOGIN_FAILED']);
    const after = first.data?.authenticationEvents.pageInfo.endCursor;
    const second = await people.tested.send<Page>(events, { userId, after }, viewer);
    expect(second.data?.authenticationEvents).toEqual({
      nodes: [{ kind: 'REGISTERED', user: { id: userId } }],
      pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
      totalCount: 3,
    });
  });

  it('refuses a forged cursor', async () => {
    const after = Buffer.from('not an id').toString('base64url');
    const query = 'query ($after: Cursor) { authenticationEvents(after: $after) { nodes { id } } }';
    const answer = await people.tested.send(query, { after }, await people.tokens.signIn('ADMIN'));
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  });
});
