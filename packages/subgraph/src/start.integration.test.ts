import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, createServer, type Server } from 'node:net';
import {
  createRequestVerifier,
  generateSigningKey,
  publicKeys,
  type SigningKey,
  signatureHeader,
  signRequest,
} from '@lyceum/auth';
import { CourseCreated, CourseId, type EventEnvelope, newId, UserId } from '@lyceum/contracts';
import { defineConsumer, on } from '@lyceum/outbox';
import { createLogger, requestScope } from '@lyceum/telemetry';
import { createTestDatabase, createTestTokens, type TestDatabase, type TestTokens, until } from '@lyceum/testing';
import { createInProcessTransport, type EventTransport } from '@lyceum/transport';
import { type ExecutionResult, parse } from 'graphql';
import { type Client, createClient, type SubscribePayload } from 'graphql-ws';
import WebSocket from 'ws';
import {
  allMigrations,
  type BaseContext,
  type Domain,
  defineSubgraph,
  type RunningSubgraph,
  type Runtime,
  type StartOptions,
  type SubgraphDefinition,
  type SubgraphOperation,
  startSubgraph,
} from './index.ts';

const log = createLogger('test', 'silent');

const typeDefs = parse(/* GraphQL */ `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@authenticated", "@requiresScopes"])

  type Query {
    "The same words, in capitals."
    shout(words: String!): String!
    secret: String @requiresScopes(scopes: [["teach"]])
    "A fault of the database."
    broken: String
    "Answers when the test lets it."
    slow: String!
  }
  type Mutation {
    createCourse(title: String!): ID!
  }
  type Subscription {
    ticks: Int!
    secretTicks: Int! @authenticated
    brokenTicks: Int!
  }
`);

/** A stream that a test feeds by hand. */
class Feed implements AsyncIterableIterator<unknown> {
  private readonly waiting: ((result: IteratorResult<unknown>) => void)[] = [];
  private readonly values: unknown[] = [];
  private failure: Error | undefined;
  ended = false;

  push(value: unknown): void {
    const next = this.waiting.shift();
    if (next) next({ done: false, value });
    else this.values.push(value);
  }

  fail(error: Error): void {
    this.failure = error;
  }

  async next(): Promise<IteratorResult<unknown>> {
    if (this.ended) return { done: true, value: undefined };
    if (this.values.length > 0) return { done: false, value: this.values.shift() };
    if (this.failure) throw this.failure;
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  async return(): Promise<IteratorResult<unknown>> {
    this.ended = true;
    for (const finish of this.waiting.splice(0)) finish({ done: true, value: undefined });
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator]() {
    return this;
  }
}

const feeds: Feed[] = [];
let slow: { entered: number; release(): void; released: Promise<void> };
const heard = { consumed: [] as string[], broadcast: [] as string[] };
let domainStops = 0;

function openFeed(): Feed {
  const feed = new Feed();
  feeds.push(feed);
  return feed;
}

function lastFeed(): Feed {
  const feed = feeds.at(-1);
  if (!feed) throw new Error('nobody has subscribed');
  return feed;
}

function setup({
  outbox,
  dataSource,
}: Runtime): Domain<BaseContext & { runtime: Pick<Runtime, 'outbox' | 'dataSource'> }> {
  return {
    createContext: (base) => ({ ...base, runtime: { outbox, dataSource } }),
    consumers: [
      defineConsumer({
        name: 'notebook',
        kind: 'effect',
        handlers: [on(CourseCreated, async ({ payload }) => void heard.consumed.push(payload.title))],
      }),
    ],
    broadcast: {
      topics: [CourseCreated.topic],
      handle: async (envelope: EventEnvelope) => void heard.broadcast.push(envelope.subject),
    },
    routes: new Map([
      ['/hello', (_request: IncomingMessage, response: ServerResponse) => void response.end('hello')],
      [
        '/clumsy',
        () => {
          throw new Error('secret detail');
        },
      ],
    ]),
    stop: async () => {
      domainStops += 1;
    },
  };
}

type Context = ReturnType<Awaited<ReturnType<typeof setup>>['createContext']>;

const ticks = { resolve: (value: number) => value };

const notebook: SubgraphDefinition<Context> = defineSubgraph<Context>({
  name: 'notebook',
  typeDefs,
  entities: [],
  migrations: [],
  setup,
  resolvers: {
    Query: {
      shout: (_parent: unknown, { words }: { words: string }) => words.toUpperCase(),
      secret: () => 'the answers of the exam',
      broken: (_parent: unknown, _args: unknown, { runtime }: Context) =>
        runtime.dataSource.query('SELECT password FROM nowhere'),
      slow: async () => {
        slow.entered += 1;
        await slow.released;
        return 'done';
      },
    },
    Mutation: {
      createCourse: (_parent: unknown, { title }: { title: string }, { runtime }: Context) =>
        runtime.outbox.transaction(async ({ append }) => {
          const courseId = newId(CourseId);
          append(CourseCreated, { courseId, title, instructorId: newId(UserId), createdAt: '2026-03-01T10:00:00Z' }, 1);
          return courseId;
        }),
    },
    Subscription: {
      ticks: { ...ticks, subscribe: openFeed },
      secretTicks: { ...ticks, subscribe: openFeed },
      brokenTicks: {
        ...ticks,
        subscribe: () => {
          throw new Error('password=hunter2');
        },
      },
    },
  },
});

let database: TestDatabase;
let tokens: TestTokens;
let gatewayKey: SigningKey;
const running: RunningSubgraph[] = [];
const transports: EventTransport[] = [];
const clients: Client[] = [];

beforeAll(async () => {
  [tokens, gatewayKey, database] = await Promise.all([
    createTestTokens(),
    generateSigningKey(),
    createTestDatabase({ name: 'starter', entities: [], migrations: allMigrations(notebook) }),
  ]);
});
afterAll(() => database.drop());
beforeEach(async () => {
  feeds.length = 0;
  heard.consumed.length = 0;
  heard.broadcast.length = 0;
  domainStops = 0;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  slow = { entered: 0, release, released };
  await database.dataSource.query('TRUNCATE event_log, outbox, inbox RESTART IDENTITY');
});
afterEach(async () => {
  slow.release();
  for (const client of clients.splice(0)) await client.dispose();
  for (const transport of transports.splice(0)) await transport.close();
  for (const subgraph of running.splice(0)) await subgraph.stop();
});

async function start(
  options: Partial<StartOptions> & { signed?: boolean; port?: number; definition?: SubgraphDefinition<Context> } = {},
): Promise<RunningSubgraph & { url: string }> {
  const { signed = false, port = 0, definition = notebook, ...others } = options;
  const verifier = signed ? createRequestVerifier({ subgraph: 'notebook', keys: publicKeys([gatewayKey]) }) : null;
  const subgraph = await startSubgraph(definition, {
    databaseUrl: database.url,
    transport: null,
    tokens: tokens.verifier,
    log,
    listen: { host: '127.0.0.1', port, verifier },
    ...others,
  });
  running.push(subgraph);
  return Object.assign(subgraph, { url: String(subgraph.url) });
}

function inProcessTransport(): EventTransport {
  const transport = createInProcessTransport({ log });
  transports.push(transport);
  return transport;
}

const sign = (operation: SubgraphOperation, subgraph = 'notebook') => signRequest(gatewayKey, subgraph, operation);

interface Answer {
  status: number;
  headers: Headers;
  body: ExecutionResult & { error?: string };
}

async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
}

function openSocket(url: string, closed: (code: number) => void = () => undefined): Client {
  const client = createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    on: { closed: (event) => closed((event as { code: number }).code) },
  });
  clients.push(client);
  return client;
}

/** What a stream tells: results, and the errors that refused or ended it. */
async function* read(stream: AsyncIterable<unknown>): AsyncGenerator<ExecutionResult, void, undefined> {
  try {
    for await (const result of stream) yield plain(result);
  } catch (errors) {
    yield plain({ errors });
  }
}

function bySocket(url: string, payload: SubscribePayload) {
  return read(openSocket(url).iterate(payload));
}

async function inProcess(subgraph: RunningSubgraph, operation: SubgraphOperation, token?: string, requestId?: string) {
  const answer = await subgraph.subscribe(operation, { token, request: requestScope({ requestId }) });
  return read(
    Symbol.asyncIterator in answer
      ? answer
      : (async function* () {
          yield answer;
        })(),
  );
}

/** As it would look after a journey by JSON. */
const plain = (value: unknown): ExecutionResult => JSON.parse(JSON.stringify(value));

const codes = (result: ExecutionResult | undefined) => result?.errors?.map(({ extensions }) => extensions?.code);

/** How many connections the subgraph and its relay have to the database. */
async function connections(): Promise<number> {
  const [row] = await database.dataSource.query(
    `SELECT count(*)::int AS open FROM pg_stat_activity
     WHERE datname = current_database() AND application_name IN ('notebook', 'notebook relay')`,
  );
  return row.open;
}

const shout = { query: '{ shout(words: "hello") }' };

describe('a subgraph that the gateway guards', () => {
  it('answers what the gateway has signed, once', async () => {
    const { url } = await start({ signed: true });
    const signature = await sign(shout);
    const first = await post(url, shout, { [signatureHeader]: signature });
    expect(first).toMatchObject({ status: 200, body: { data: { shout: 'HELLO' } } });
    const again = await post(url, shout, { [signatureHeader]: signature });
    expect(again).toMatchObject({
      status: 401,
      body: { errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'SIGNATURE_INVALID' } }] },
    });
  });

  it('refuses what nobody has signed, also what a user has', async () => {
    const { url } = await start({ signed: true });
    const { token } = await tokens.signIn('ADMIN');
    for (const query of ['{ shout(words: "hello") }', '{ _service { sdl } }', 'not even GraphQL']) {
      const answer = await post(url, { query }, { authorization: `Bearer ${token}`, 'x-user-id': '1' });
      expect(answer).toMatchObject({
        status: 401,
        body: { errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'SIGNATURE_MISSING' } }] },
      });
      expect(answer.body.data).toBeUndefined();
    }
  });

  it('refuses a signature for another operation or another subgraph', async () => {
    const { url } = await start({ signed: true });
    const moved = await post(url, shout, { [signatureHeader]: await sign({ query: '{ slow }' }) });
    const foreign = await post(url, shout, { [signatureHeader]: await sign(shout, 'identity') });
    expect([moved.status, foreign.status]).toEqual([401, 401]);
  });

  it('executes nothing that stands in the address, where no signature covers it', async () => {
    const { url } = await start({ signed: true });
    const target = `${url}?query=${encodeURIComponent('{ slow }')}`;
    const headers = { 'content-type': 'application/json', [signatureHeader]: await sign(shout) };
    const { host, port, pathname, search } = new URL(target);
    const body = JSON.stringify(shout);
    const head = Object.entries({ ...headers, host, 'content-length': body.length, connection: 'close' });
    const answer = await raw(
      Number(port),
      `GET ${pathname}${search} HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 405 /);
    expect(slow.entered).toBe(0);
  });

  it('asks for a signature of every operation on a socket', async () => {
    const { url } = await start({ signed: true });
    const query = 'subscription { ticks }';
    const signature = await sign({ query });

    const unsigned = await bySocket(url, { query }).next();
    expect(unsigned.value).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'SIGNATURE_MISSING' } }],
    });

    const signed = bySocket(url, { query, extensions: { signature } });
    const first = signed.next();
    await until(() => feeds.length === 1);
    lastFeed().push(1);
    expect((await first).value).toEqual({ data: { ticks: 1 } });

    const replayed = await bySocket(url, { query, extensions: { signature } }).next();
    expect(replayed.value).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'SIGNATURE_INVALID' } }],
    });
    expect(feeds).toHaveLength(1);
    await signed.return();
  });
});

/** Sends bytes as they are, and answers with what comes back until the server closes. */
function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (text) => {
      answer += text;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

describe('a request that is wrong', () => {
  let url: string;
  beforeEach(async () => {
    ({ url } = await start());
  });

  it.each([
    ['is no JSON', '{"query": '],
    ['is no object', '[{"query": "{ shout }"}]'],
    ['has no query', '{"variables": {}}'],
    ['has a query that is no text', '{"query": 7}'],
  ])('because its body %s is told what is expected', async (_fault, body) => {
    expect(await post(url, body)).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.stringContaining('{"query": "…"'), extensions: { code: 'BAD_USER_INPUT' } }] },
    });
  });

  it('because its body is larger than 2 MB is told so', async () => {
    const answer = await post(url, { query: '{ shout(words: "") }', padding: 'x'.repeat(3 * 1024 * 1024) });
    expect(answer).toMatchObject({
      status: 413,
      body: { errors: [{ message: 'The body is larger than 2097152 bytes.', extensions: { code: 'BAD_REQUEST' } }] },
    });
  });

  it('because it is sent by GET is told to use POST', async () => {
    const response = await fetch(`${url}?query={__typename}`);
    expect(response.status).toBe(405);
    expect(await response.json()).toMatchObject({
      errors: [{ message: 'Send operations by POST, as JSON.', extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  it('because a browser could be made to send it (text/plain) is refused, without the server’s internals', async () => {
    const answer = await post(url, shout, { 'content-type': 'text/plain' });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors?.[0]?.extensions ?? {}).sort()).toEqual(['code', 'requestId']);
  });

  it('because of its path is told where the API is', async () => {
    expect(await post(new URL('/nowhere', url).href, shout)).toMatchObject({
      status: 404,
      body: { error: 'There is nothing at /nowhere: the API is at /graphql.' },
    });
  });

  it.each([
    ['a request', 'GET // HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
    ['an upgrade', 'GET // HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'],
    ['an upgrade elsewhere', 'GET /x HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'],
  ])('because its target is no address (%s) does not hurt the server', async (_kind, bytes) => {
    expect(await raw(Number(new URL(url).port), bytes)).toMatch(/^HTTP\/1\.1 404 /);
    expect((await post(url, shout)).status).toBe(200);
  });

  it('because its route fails is answered without details', async () => {
    expect(await post(new URL('/clumsy', url).href, {})).toMatchObject({
      status: 500,
      body: { error: 'Something went wrong on our side.' },
    });
  });
});

describe('what operators see', () => {
  it('is that it lives, that it is ready, and its metrics', async () => {
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

  it('is that it is not ready once its database is gone, though it lives', async () => {
    const doomed = await createTestDatabase({ name: 'doomed', entities: [], migrations: allMigrations(notebook) });
    const { url } = await start({ databaseUrl: doomed.url });
    await doomed.drop();
    const ready = await fetch(new URL('/health/ready', url));
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'not ready' }]);
    expect((await fetch(new URL('/health/live', url))).status).toBe(200);
  });

  it('is the request id that the client sent, and a new one for what is no id', async () => {
    const { url } = await start();
    const given = await post(url, shout, { 'x-request-id': 'web-7' });
    expect(given.headers.get('x-request-id')).toBe('web-7');
    const made = await post(url, shout, { 'x-request-id': 'no id {' });
    expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is how many subscriptions are open', async () => {
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

  it.each(cases)('answers the same by HTTP and in the same process: %s', async (_what, operation) => {
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

  it('never shows what went wrong inside', async () => {
    const subgraph = await start();
    const { body } = await post(subgraph.url, { query: '{ broken }' });
    expect(body.errors?.[0]?.message).toMatch(/^Something went wrong on our side\. Quote request [0-9a-f-]{36}/);
    expect(JSON.stringify(body)).not.toMatch(/nowhere|SELECT|stack|\.ts/i);
  });
});

describe('the same subscription', () => {
  const query = 'subscription { ticks }';

  it('delivers the same by socket and in the same process', async () => {
    const subgraph = await start();
    for (const open of [async () => bySocket(subgraph.url, { query }), () => inProcess(subgraph, { query })]) {
      feeds.length = 0;
      const stream = await open();
      const first = stream.next();
      await until(() => feeds.length === 1);
      for (const value of [1, 'two', 3]) lastFeed().push(value);
      expect((await first).value).toEqual({ data: { ticks: 1 } });
      expect((await stream.next()).value).toMatchObject({
        data: null,
        errors: [{ path: ['ticks'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
      });
      expect((await stream.next()).value).toEqual({ data: { ticks: 3 } });
      await stream.return();
      await until(() => lastFeed().ended);
    }
  });

  it.each([
    ['not signed in', 'subscription { secretTicks }', 'UNAUTHENTICATED'],
    ['a syntax error', 'subscription { ', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', 'subscription { tocks }', 'GRAPHQL_VALIDATION_FAILED'],
    ['no subscription', '{ shout(words: "a") }', 'BAD_REQUEST'],
    ['a defect', 'subscription { brokenTicks }', 'INTERNAL_SERVER_ERROR'],
  ])('is refused in the same way: %s', async (_why, refused, code) => {
    const subgraph = await start();
    const socket = await bySocket(subgraph.url, { query: refused, extensions: { requestId: 'r1' } }).next();
    const local = await (await inProcess(subgraph, { query: refused }, undefined, 'r1')).next();
    expect(socket.value).toEqual(local.value);
    expect(codes(local.value as ExecutionResult)).toEqual([code]);
    expect(JSON.stringify(local.value)).not.toContain('hunter2');
    expect(feeds).toHaveLength(0);
  });

  it('whose source fails ends with a masked error, and leaves the other subscriptions of the socket alone', async () => {
    const subgraph = await start();
    const client = openSocket(subgraph.url);
    for (const open of [async () => read(client.iterate({ query })), () => inProcess(subgraph, { query })]) {
      feeds.length = 0;
      const failing = await open();
      const first = failing.next();
      await until(() => feeds.length === 1);
      const source = lastFeed();
      const other = await open();
      const next = other.next();
      await until(() => feeds.length === 2);
      source.fail(new Error('connection to 10.0.0.7 lost'));
      source.push(1);
      expect((await first).value).toEqual({ data: { ticks: 1 } });
      const failure = (await failing.next()).value as ExecutionResult;
      expect(codes(failure)).toEqual(['INTERNAL_SERVER_ERROR']);
      expect(JSON.stringify(failure)).not.toContain('10.0.0.7');
      expect(await failing.next()).toEqual({ done: true, value: undefined });
      lastFeed().push(1);
      expect((await next).value).toEqual({ data: { ticks: 1 } });
      await other.return();
    }
  });

  it('ends with UNAUTHENTICATED when its token has expired, and delivers nothing after', async () => {
    const subgraph = await start();
    const { token } = await tokens.signIn('STUDENT', { lifetimeSeconds: 2 });
    const { expiresAt } = await tokens.verifier.verify(token);
    const secret = 'subscription { secretTicks }';
    const streams = [
      bySocket(subgraph.url, { query: secret, extensions: { token } }),
      await inProcess(subgraph, { query: secret }, token),
    ];
    const firsts = streams.map((stream) => stream.next());
    await until(() => feeds.length === 2);
    for (const feed of feeds) feed.push(1);
    for (const first of firsts) expect((await first).value).toEqual({ data: { secretTicks: 1 } });
    await until(() => Date.now() >= expiresAt.getTime());
    for (const feed of feeds) {
      feed.push(2);
      feed.push(3);
    }
    for (const stream of streams) {
      const last = (await stream.next()).value as ExecutionResult;
      expect(codes(last)).toEqual(['UNAUTHENTICATED']);
      expect(last.data).toBeUndefined();
      expect(await stream.next()).toEqual({ done: true, value: undefined });
    }
    expect(feeds.map(({ ended }) => ended)).toEqual([true, true]);
  });
});

describe('events', () => {
  const createCourse = { query: 'mutation { createCourse(title: "Algebra") }' };
  const request = requestScope({ requestId: 'web-7' });

  it('stay in the outbox while nothing carries them, until a start that has a transport', async () => {
    const alone = await start();
    await alone.execute(createCourse, { token: undefined, request });
    alone.startRelay();
    await alone.stop();
    expect(await database.dataSource.query('SELECT attempts FROM outbox')).toEqual([{ attempts: 0 }]);

    const connected = await start({ transport: inProcessTransport() });
    connected.startRelay();
    await until(() => heard.consumed.length === 1);
    await until(async () => (await database.dataSource.query('SELECT 1 FROM outbox')).length === 0);
    expect(heard.consumed).toEqual(['Algebra']);
  });

  it('reach the consumers and wake every instance as soon as they are committed', async () => {
    const transport = inProcessTransport();
    const received: EventEnvelope[] = [];
    await transport.subscribe({
      group: 'test',
      topics: ['course.course'],
      handle: async (envelope) => void received.push(envelope),
    });
    const subgraph = await start({ transport });
    subgraph.startRelay();
    subgraph.startRelay();
    const { data } = await subgraph.execute(createCourse, { token: undefined, request });
    await until(() => heard.consumed.length === 1 && heard.broadcast.length === 1 && received.length === 1);
    expect(heard.broadcast).toEqual([data?.createCourse]);
    expect(received[0]).toMatchObject({ source: '/notebook', correlationid: 'web-7' });
  });
});

describe('stopping', () => {
  it('answers the request in flight, closes the sockets, and leaves the port and the database free', async () => {
    const subgraph = await start({ transport: inProcessTransport() });
    subgraph.startRelay();
    const port = Number(new URL(subgraph.url).port);
    const closed: number[] = [];
    const stream = openSocket(subgraph.url, (code) => closed.push(code)).iterate({ query: 'subscription { ticks }' });
    const next = stream.next().catch(() => undefined);
    const inFlight = post(subgraph.url, { query: '{ slow }' });
    await until(() => slow.entered === 1 && feeds.length === 1);

    const stopped = subgraph.stop();
    await until(() => closed.length === 1);
    slow.release();
    expect(await inFlight).toMatchObject({ status: 200, body: { data: { slow: 'done' } } });
    await stopped;
    await next;

    expect(closed).toEqual([1001]);
    expect(lastFeed().ended).toBe(true);
    expect(domainStops).toBe(1);
    await until(async () => (await connections()) === 0);
    await expect(fetch(subgraph.url)).rejects.toThrow();
    expect((await post((await start({ port })).url, shout)).status).toBe(200);
  });

  it('takes no more than once, and may be asked for twice', async () => {
    const subgraph = await start();
    await Promise.all([subgraph.stop(), subgraph.stop()]);
    expect(domainStops).toBe(1);
  });

  it('cuts off a client that does not answer the closing of its socket', async () => {
    const subgraph = await start();
    const client = new WebSocket(subgraph.url.replace('http', 'ws'), 'graphql-transport-ws');
    await new Promise((resolve) => client.once('open', resolve));
    client.pause();
    await subgraph.stop();
    client.terminate();
    await expect(fetch(subgraph.url)).rejects.toThrow();
  });
});

describe('a start that fails', () => {
  it('because the port is taken says so, and leaves nothing open', async () => {
    const occupant: Server = createServer();
    await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
    const { port } = occupant.address() as { port: number };
    try {
      await expect(start({ port, transport: inProcessTransport() })).rejects.toThrow(
        `Port ${port} of 127.0.0.1 is taken: stop what listens there, or give notebook another port.`,
      );
      await until(async () => (await connections()) === 0);
      expect(domainStops).toBe(1);
      await transports[0]?.publish([courseCreated()]);
      expect(heard).toEqual({ consumed: [], broadcast: [] });
    } finally {
      await new Promise((resolve) => occupant.close(resolve));
    }
  });

  it.each<[string, Partial<SubgraphDefinition<Context>>, RegExp]>([
    [
      'setup',
      {
        setup: () => {
          throw new Error('no such folder');
        },
      },
      /no such folder/,
    ],
    ['the schema', { typeDefs: parse('type Query { a: Unknown }') }, /Unknown/],
  ])('because of %s leaves no connection open', async (_part, fault, message) => {
    await expect(start({ definition: { ...notebook, ...fault } })).rejects.toThrow(message);
    await until(async () => (await connections()) === 0);
  });
});

function courseCreated(): EventEnvelope {
  const courseId = newId(CourseId);
  return {
    specversion: '1.0',
    id: crypto.randomUUID(),
    source: '/course',
    type: CourseCreated.type,
    subject: courseId,
    time: '2026-03-01T10:00:00.000Z',
    datacontenttype: 'application/json',
    data: { courseId, title: 'Algebra', instructorId: newId(UserId), createdAt: '2026-03-01T10:00:00.000Z' },
    aggregateversion: 1,
  };
}
