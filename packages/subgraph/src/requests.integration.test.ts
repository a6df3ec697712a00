import { createTestDatabase } from '@lyceum/database/testing';
import { requestScope } from '@lyceum/telemetry';
import { until } from '@lyceum/testing';
import { allMigrations, type SubgraphOperation } from './index.ts';
import {
  codes,
  feeds,
  inProcess,
  installNotebook,
  lastFeed,
  notebook,
  plain,
  post,
  raw,
  shout,
  start,
  tokens,
} from './testing/notebook.ts';

installNotebook();

describe('an invalid request', () => {
  let url: string;
  beforeEach(async () => {
    ({ url } = await start());
  });

  it.each([
    ['is not JSON', '{"query": '],
    ['is not an object', '[{"query": "{ shout }"}]'],
    ['has no query', '{"variables": {}}'],
    ['has a query that is not a string', '{"query": 7}'],
  ])('whose body %s gets a description of the expected one', async (_fault, body) => {
    expect(await post(url, body)).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.stringContaining('{"query": "…"'), extensions: { code: 'BAD_USER_INPUT' } }] },
    });
  });

  it('with a body larger than 6 MiB is refused', async () => {
    const answer = await post(url, { query: '{ shout(words: "") }', padding: 'x'.repeat(7 * 1024 * 1024) });
    expect(answer).toMatchObject({
      status: 413,
      body: { errors: [{ message: 'The body is larger than 6291456 bytes.', extensions: { code: 'BAD_REQUEST' } }] },
    });
  });

  it('with GET is told to use POST', async () => {
    const response = await fetch(`${url}?query={__typename}`);
    expect(response.status).toBe(405);
    expect(await response.json()).toMatchObject({
      errors: [{ message: 'Send operations with POST, as JSON.', extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  it('of type text/plain, which any web page could send, is refused without internal details', async () => {
    const answer = await post(url, shout, { 'content-type': 'text/plain' });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors?.[0]?.extensions ?? {}).sort()).toEqual(['code', 'requestId']);
  });

  it('with an unknown path is told where the API is', async () => {
    expect(await post(new URL('/nowhere', url).href, shout)).toMatchObject({
      status: 404,
      body: { error: 'There is nothing at /nowhere: the API is at /graphql.' },
    });
  });

  it.each([
    ['a request', 'GET // HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
    ['an upgrade', 'GET // HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'],
    ['an upgrade elsewhere', 'GET /x HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'],
  ])('with an invalid target (%s) does not crash the server', async (_kind, bytes) => {
    expect(await raw(Number(new URL(url).port), bytes)).toMatch(/^HTTP\/1\.1 404 /);
    expect((await post(url, shout)).status).toBe(200);
  });

  it('whose route fails is answered without details', async () => {
    expect(await post(new URL('/clumsy', url).href, {})).toMatchObject({
      status: 500,
      body: { error: 'Something went wrong on our side.' },
    });
  });
});

describe('for operators', () => {
  it('a subgraph reports liveness, readiness and metrics', async () => {
    const { url } = await start();
    await post(url, shout);
    const ask = async (path: string) => {
      const response = await fetch(new URL(path, url));
      return [response.status, await response.text()] as const;
    };
    expect(await ask('/health/live')).toEqual([200, '{"status":"live"}']);
    expect(await ask('/health/ready')).toEqual([200, '{"status":"ready"}']);
    expect(await ask('/hello')).toEqual([200, 'hello']);
    const [status, page] = await ask('/metrics');
    expect(status).toBe(200);
    expect(page).toMatch(/lyceum_graphql_request_seconds_count\{[^}]*outcome="ok"[^}]*\} 1/);
  });

  it('a subgraph without its database is alive but not ready', async () => {
    const doomed = await createTestDatabase({ name: 'doomed', entities: [], migrations: allMigrations(notebook) });
    const { url } = await start({ databaseUrl: doomed.url });
    await doomed.drop();
    const ready = await fetch(new URL('/health/ready', url));
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'not ready' }]);
    expect((await fetch(new URL('/health/live', url))).status).toBe(200);
  });

  it('a valid request id of the client is kept, an invalid one is replaced', async () => {
    const { url } = await start();
    const given = await post(url, shout, { 'x-request-id': 'web-7' });
    expect(given.headers.get('x-request-id')).toBe('web-7');
    const made = await post(url, shout, { 'x-request-id': 'no id {' });
    expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('the number of open subscriptions is a metric', async () => {
    const subgraph = await start();
    const count = async () => (await subgraph.metrics.subscriptions.get()).values[0]?.value;
    const stream = await inProcess(subgraph, { query: 'subscription { ticks }' });
    const first = stream.next();
    await until(() => feeds.length === 1);
    expect(await count()).toBe(1);
    lastFeed().push(1);
    await first;
    await stream.return();
    expect(await count()).toBe(0);
  });
});

describe('the same operation', () => {
  const cases: [string, SubgraphOperation][] = [
    ['a query', { query: 'query ($words: String!) { shout(words: $words) }', variables: { words: 'hello' } }],
    ['one of several', { query: 'query A { shout(words: "a") } query B { shout(words: "b") }', operationName: 'B' }],
    ['partial data', { query: '{ shout(words: "a") secret }' }],
    ['a defect', { query: '{ shout(words: "a") broken }' }],
    ['a syntax error', { query: '{ shout(' }],
    ['an unknown field', { query: '{ whisper }' }],
    ['a missing variable', { query: 'query ($words: String!) { shout(words: $words) }' }],
    ['an unknown operation', { query: 'query A { shout(words: "a") }', operationName: 'B' }],
  ];

  it.each(cases)('answers the same over HTTP and in the same process: %s', async (_what, operation) => {
    const subgraph = await start();
    for (const viewer of [undefined, await tokens.signIn('STUDENT'), await tokens.signIn('INSTRUCTOR')]) {
      const { body } = await post(subgraph.url, operation, {
        'x-request-id': 'r1',
        ...(viewer ? { authorization: `Bearer ${viewer.token}` } : {}),
      });
      const local = await subgraph.execute(operation, {
        token: viewer?.token,
        request: requestScope({ requestId: 'r1' }),
      });
      expect(body).toEqual(plain(local));
      expect(body.data ?? body.errors).toBeDefined();
    }
  });

  it('is refused in the same way when its token is not accepted', async () => {
    const subgraph = await start();
    const { body, status } = await post(subgraph.url, shout, { 'x-request-id': 'r1', authorization: 'Bearer x.y.z' });
    const local = await subgraph.execute(shout, { token: 'x.y.z', request: requestScope({ requestId: 'r1' }) });
    expect(status).toBe(401);
    expect(body).toEqual(plain(local));
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED', reason: 'TOKEN_INVALID', requestId: 'r1' });
  });

  it('is not blamed on the client when tokens cannot be checked', async () => {
    const subgraph = await start({
      tokens: { verify: () => Promise.reject(new TypeError('fetch failed: 10.0.0.7')) },
    });
    const { body, status } = await post(subgraph.url, shout, { authorization: 'Bearer x.y.z' });
    expect(status).toBe(500);
    expect(codes(body)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(JSON.stringify(body)).not.toContain('10.0.0.7');
  });

  it('never reveals internal errors', async () => {
    const subgraph = await start();
    const { body } = await post(subgraph.url, { query: '{ broken }' });
    expect(body.errors?.[0]?.message).toMatch(/^Something went wrong on our side\. Quote request [0-9a-f-]{36}/);
    expect(JSON.stringify(body)).not.toMatch(/nowhere|SELECT|stack|\.ts/i);
  });
});
