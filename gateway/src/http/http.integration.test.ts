import { get } from 'node:http';
import { createMetrics } from '@lyceum/telemetry';
import { type Harness, startHarness } from '../testing/harness.ts';

function at(harness: Harness, path: string): string {
  return new URL(path, harness.gateway.url).href;
}

async function post(harness: Harness, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(harness.gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

describe('HTTP in development', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness('local', {
      routes: new Map([['/.well-known/jwks.json', (_request, response) => response.end('{"keys":[]}')]]),
      otherMetrics: () => [createMetrics('course')],
    });
  });
  afterAll(() => harness.stop());

  it('answers every request with its id, its own or a new one', async () => {
    const own = await harness.query('{ courses { id } }', { headers: { 'x-request-id': 'mine' } });
    expect(own.headers.get('x-request-id')).toBe('mine');
    const made = await harness.query('{ courses { id } }', { headers: { 'x-request-id': 'not / well formed' } });
    expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('answers queries by GET, unless a page of another site could have sent them', async () => {
    const query = at(harness, '/graphql?query={courses{id}}');
    const asked = await fetch(query, { headers: { 'apollo-require-preflight': 'true' } });
    expect(await asked.json()).toMatchObject({ data: { courses: [{ id: 'c1' }, { id: 'c2' }] } });
    const forged = await fetch(query);
    expect(forged.status).toBe(400);
    expect(await forged.text()).toContain('Cross-Site Request Forgery');
    const plain = await post(harness, '{"query":"{courses{id}}"}', { 'content-type': 'text/plain' });
    expect(plain.status).toBe(415);
  });

  it('changes nothing by GET', async () => {
    const mutation = 'mutation{rename(id:"c1",title:"x"){id}}';
    const response = await fetch(at(harness, `/graphql?query=${encodeURIComponent(mutation)}`), {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect(response.status).toBe(405);
  });

  it.each([
    ['no JSON', '{', 400, 'BAD_REQUEST'],
    ['no body', '', 400, 'BAD_REQUEST'],
    ['a batch', '[{"query":"{courses{id}}"}]', 400, 'BAD_REQUEST'],
    ['broken syntax', '{"query":"{"}', 400, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{"query":"{nothing}"}', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['a wrong variable', '{"query":"query($t:String!){echo(text:$t)}"}', 400, 'BAD_USER_INPUT'],
    ['a subscription', '{"query":"subscription{gradeChanged{cursor}}"}', 400, 'BAD_REQUEST'],
    ['too many root fields', JSON.stringify({ query: `{${'courses{id} '.repeat(51)}}` }), 400, 'OPERATION_TOO_COMPLEX'],
    [
      'too long a body',
      JSON.stringify({ query: '{courses{id}}', variables: { x: 'x'.repeat(4 * 1024 * 1024) } }),
      413,
      'PAYLOAD_TOO_LARGE',
    ],
  ])('refuses %s', async (_what, body, status, code) => {
    const response = await post(harness, body);
    const { errors } = (await response.json()) as { errors: { extensions: Record<string, unknown> }[] };
    expect(response.status).toBe(status);
    expect(errors).toMatchObject([{ extensions: { code, requestId: response.headers.get('x-request-id') } }]);
    expect(JSON.stringify(errors)).not.toMatch(/stack|node_modules/);
  });

  it('answers unknown paths and methods in JSON', async () => {
    const missing = await fetch(at(harness, '/nothing'));
    expect(missing.status).toBe(404);
    expect(await missing.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    const wrong = await fetch(harness.gateway.url, { method: 'DELETE' });
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get('allow')).toBe('GET, POST');
  });

  it('serves routes of others, the key of the gateway and the metrics of all', async () => {
    expect(await (await fetch(at(harness, '/.well-known/jwks.json'))).json()).toEqual({ keys: [] });
    const jwks = (await (await fetch(at(harness, '/.well-known/gateway-jwks.json'))).json()) as { keys: object[] };
    expect(jwks.keys).toMatchObject([{ kty: 'OKP', crv: 'Ed25519' }]);
    expect(jwks.keys[0]).not.toHaveProperty('d');
    await harness.query('{ courses { id } }');
    const metrics = await (await fetch(at(harness, '/metrics'))).text();
    expect(metrics).toMatch(/lyceum_graphql_request_seconds_count\{.*type="query".*\} \d+/);
    expect(metrics).toContain('service="course"');
  });

  it('shows the explorer to people, and loads nothing from elsewhere', async () => {
    for (const path of ['/', '/graphql']) {
      const page = await fetch(at(harness, path), { headers: { accept: 'text/html,*/*' } });
      expect(page.status).toBe(200);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
      const html = await page.text();
      expect(html).toContain('AltairGraphQL.init');
      expect(html).toContain(harness.gateway.url.replace('http:', 'ws:'));
      expect(html.replaceAll(harness.gateway.url.replace('http:', 'ws:'), '')).not.toMatch(/(src|href)="https?:/);
    }
    const script = await fetch(at(harness, '/explorer/main.js'));
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('max-age');
    for (const path of ['/explorer/..%2fpackage.json', '/explorer/nothing.js']) {
      expect((await fetch(at(harness, path))).status).toBe(404);
    }
  });

  it.each(['http://localhost:5173', 'https://studio.apollographql.com', 'https://sandbox.embed.apollographql.com'])(
    'lets pages of %s in',
    async (origin) => {
      const preflight = await fetch(harness.gateway.url, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type',
        },
      });
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
      expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
      const { headers } = await harness.query('{ courses { id } }', { headers: { origin } });
      expect(headers.get('access-control-allow-origin')).toBe(origin);
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    },
  );

  it('does not let foreign pages read answers', async () => {
    const { headers } = await harness.query('{ courses { id } }', { headers: { origin: 'https://evil.example.org' } });
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('vary')).toContain('Origin');
  });
});

describe('HTTP in production', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness('local', { mode: 'production', allowedOrigins: ['https://learn.example.org'] });
  });
  afterAll(() => harness.stop());

  it('has no introspection, and hints at no names', async () => {
    const { errors } = await harness.query('{ __schema { types { name } } }');
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
    const { errors: hints } = await harness.query('{ course { id } cours }');
    expect(JSON.stringify(hints)).not.toContain('Did you mean');
  });

  it('has introspection where it is asked for', async () => {
    const open = await startHarness('local', { mode: 'production', introspection: true });
    const { errors } = await open.query('{ __schema { queryType { name } } }');
    await open.stop();
    expect(errors).toBeUndefined();
  });

  it('shows one line to people, and no explorer', async () => {
    const page = await fetch(harness.gateway.url, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('This is the GraphQL API of Lyceum');
    expect((await fetch(at(harness, '/explorer/main.js'))).status).toBe(404);
  });

  it.each([
    ['https://learn.example.org', 'https://learn.example.org'],
    ['http://localhost:5173', null],
    ['https://studio.apollographql.com', null],
  ])('answers pages of %s with %s', async (origin, allowed) => {
    const { headers } = await harness.query('{ courses { id } }', { headers: { origin } });
    expect(headers.get('access-control-allow-origin')).toBe(allowed);
  });
});

describe.each(['local', 'remote'] as const)('health over %s subgraphs', (route) => {
  it('is live always, and ready only while every subgraph is', async () => {
    const harness = await startHarness(route, { subgraphDeadlineMs: 500 });
    const ready = await fetch(at(harness, '/health/ready'));
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({
      status: 'ready',
      subgraphs: { course: { status: 'ready' }, people: { status: 'ready' } },
    });
    harness.graph.people.healthy = false;
    const unready = await fetch(at(harness, '/health/ready'));
    expect(unready.status).toBe(503);
    expect(await unready.json()).toMatchObject({
      status: 'unavailable',
      subgraphs: { course: { status: 'ready' }, people: { status: 'unavailable' } },
    });
    expect((await fetch(at(harness, '/health/live'))).status).toBe(200);
    await harness.stop();
  });
});

describe('the address', () => {
  it('that is taken stops the start with one clear sentence', async () => {
    const harness = await startHarness('local');
    const port = Number(new URL(harness.gateway.url).port);
    await expect(startHarness('local', { port })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken: stop what uses it, or set PORT to another.`,
    );
    await harness.stop();
  });

  it('of a subgraph that the supergraph does not know stops the start', async () => {
    const subgraphs = new Map([['cuorse', new URL('http://127.0.0.1:1/graphql')]]);
    await expect(startHarness('local', { subgraphs })).rejects.toThrow(
      'The supergraph has no subgraph "cuorse"; it has course, people',
    );
  });

  it('of a subgraph that is missing aborts startup', async () => {
    await expect(startHarness('local', { subgraphs: new Map() })).rejects.toThrow(/has no valid URL for the subgraph/);
  });
});

describe('HTTP connections', () => {
  it('are kept for further requests', async () => {
    const harness = await startHarness('local');
    const connection = await new Promise((resolve, reject) => {
      get(at(harness, '/health/live'), (response) => resolve(response.headers.connection)).on('error', reject);
    });
    expect(connection).toBe('keep-alive');
    await harness.stop();
  });
});
