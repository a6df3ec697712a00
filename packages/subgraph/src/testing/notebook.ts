import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { createRequestVerifier, generateSigningKey, publicKeys, type SigningKey, signRequest } from '@lyceum/auth';
import { createTestTokens, type TestTokens } from '@lyceum/auth/testing';
import { CourseCreated, CourseId, type EventEnvelope, newId, UserId } from '@lyceum/contracts';
import { createTestDatabase, type TestDatabase } from '@lyceum/database/testing';
import { defineConsumer, on } from '@lyceum/outbox';
import { createLogger, requestScope } from '@lyceum/telemetry';
import { createInProcessTransport, type EventTransport } from '@lyceum/transport';
import { type ExecutionResult, parse } from 'graphql';
import { type Client, createClient, type SubscribePayload } from 'graphql-ws';
import WebSocket from 'ws';
import {
  allMigrations,
  type Background,
  type BaseContext,
  defineSubgraph,
  type RunningSubgraph,
  type Runtime,
  type StartOptions,
  type SubgraphDefinition,
  type SubgraphOperation,
  startSubgraph,
} from '../index.ts';

export const log = createLogger('test', 'silent');

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
    "So many empty notes."
    notes(count: Int!): [Note!]!
    "A statement that takes a minute."
    sleep: Boolean
  }
  type Note {
    "So many characters."
    text(length: Int! = 1): String!
    notes(count: Int!): [Note!]!
    secret: String @requiresScopes(scopes: [["teach"]])
    "Like \`notes\`, but later."
    laterNotes(count: Int!): [Note!]!
  }
  type Mutation {
    createCourse(title: String!): ID!
  }
  type Subscription {
    ticks: Int!
    secretTicks: Int! @authenticated
    brokenTicks: Int!
    noteTicks: Note!
  }
`);

/** A stream that a test controls. */
export class Feed implements AsyncIterableIterator<unknown> {
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

export const feeds: Feed[] = [];
export let slow: { entered: number; release(): void; released: Promise<void> };
export const heard = { consumed: [] as string[], broadcast: [] as string[] };
export let domainStops = 0;

export function openFeed(): Feed {
  const feed = new Feed();
  feeds.push(feed);
  return feed;
}

export function lastFeed(): Feed {
  const feed = feeds.at(-1);
  if (!feed) throw new Error('there is no subscriber');
  return feed;
}

const background: Background = {
  broadcast: {
    topics: [CourseCreated.topic],
    handle: async (envelopes: readonly EventEnvelope[]) =>
      void heard.broadcast.push(...envelopes.map(({ subject }) => subject)),
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

const services = ({ outbox, dataSource }: Runtime) => ({ outbox, dataSource });
type Context = BaseContext & ReturnType<typeof services>;

/** A tick, either plain or in an event with a trace. */
export const ticks = {
  resolve: (event: number | { ticks: number }) => (typeof event === 'object' ? event.ticks : event),
};

function manyNotes(_parent: unknown, { count }: { count: number }): object[] {
  return Array.from({ length: count }, () => ({}));
}

export const notebook: SubgraphDefinition = defineSubgraph({
  name: 'notebook',
  port: 0,
  typeDefs,
  consumers: [
    defineConsumer({
      name: 'notebook',
      kind: 'effect',
      handlers: [on(CourseCreated, async ({ payload }) => void heard.consumed.push(payload.title))],
    }),
  ],
  services,
  loaders: () => ({}),
  background: () => background,
  resolvers: [
    {
      Query: {
        shout: (_parent: unknown, { words }: { words: string }) => words.toUpperCase(),
        secret: () => 'the answers of the exam',
        broken: (_parent: unknown, _args: unknown, { dataSource }: Context) =>
          dataSource.query('SELECT password FROM nowhere'),
        slow: async () => {
          slow.entered += 1;
          await slow.released;
          return 'done';
        },
        notes: manyNotes,
        sleep: (_parent: unknown, _args: unknown, { dataSource }: Context) => dataSource.query('SELECT pg_sleep(60)'),
      },
      Note: {
        text: (_parent: unknown, { length }: { length: number }) => 'x'.repeat(length),
        notes: manyNotes,
        laterNotes: async (parent: unknown, args: { count: number }) => manyNotes(parent, args),
      },
      Mutation: {
        createCourse: (_parent: unknown, { title }: { title: string }, { outbox }: Context) =>
          outbox.transaction(async ({ append }) => {
            const courseId = newId(CourseId);
            append(
              CourseCreated,
              { courseId, title, instructorId: newId(UserId), createdAt: '2026-03-01T10:00:00Z' },
              1,
            );
            return courseId;
          }),
      },
      Subscription: {
        ticks: { ...ticks, subscribe: openFeed },
        secretTicks: { ...ticks, subscribe: openFeed },
        noteTicks: { resolve: () => ({}), subscribe: openFeed },
        brokenTicks: {
          ...ticks,
          subscribe: () => {
            throw new Error('password=hunter2');
          },
        },
      },
    },
  ],
});

export let database: TestDatabase;
export let tokens: TestTokens;
export let gatewayKey: SigningKey;
export const running: RunningSubgraph[] = [];
export const transports: EventTransport[] = [];
export const clients: Client[] = [];

/** Creates the database, the keys and the tokens of a test file, and closes after each test what it started. */
export function installNotebook(): void {
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
    await database.dataSource.query('TRUNCATE event_log, outbox, inbox, dead_letter RESTART IDENTITY');
  });
  afterEach(async () => {
    slow.release();
    for (const client of clients.splice(0)) await client.dispose();
    for (const transport of transports.splice(0)) await transport.close();
    for (const subgraph of running.splice(0)) await subgraph.stop();
  });
}

export async function start(
  options: Partial<StartOptions> & { signed?: boolean; port?: number; definition?: SubgraphDefinition } = {},
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

export function inProcessTransport(): EventTransport {
  const transport = createInProcessTransport({ log });
  transports.push(transport);
  return transport;
}

export const sign = (operation: SubgraphOperation, subgraph = 'notebook') =>
  signRequest(gatewayKey, subgraph, operation);

export interface Answer {
  status: number;
  headers: Headers;
  body: ExecutionResult & { error?: string };
}

export async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
}

export function openSocket(url: string, closed: (code: number) => void = () => undefined): Client {
  const client = createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    on: { closed: (event) => closed((event as { code: number }).code) },
  });
  clients.push(client);
  return client;
}

/** The output of a stream: results, and the errors that refused or ended it. */
export async function* read(stream: AsyncIterable<unknown>): AsyncGenerator<ExecutionResult, void, undefined> {
  try {
    for await (const result of stream) yield plain(result);
  } catch (errors) {
    yield plain({ errors });
  }
}

export function bySocket(url: string, payload: SubscribePayload) {
  return read(openSocket(url).iterate(payload));
}

export async function inProcess(
  subgraph: RunningSubgraph,
  operation: SubgraphOperation,
  token?: string,
  requestId?: string,
) {
  const answer = await subgraph.subscribe(operation, { token, request: requestScope({ requestId }) });
  return read(
    Symbol.asyncIterator in answer
      ? answer
      : (async function* () {
          yield answer;
        })(),
  );
}

/** The value after a JSON round trip. */
export const plain = (value: unknown): ExecutionResult => JSON.parse(JSON.stringify(value));

export const codes = (result: ExecutionResult | undefined) => result?.errors?.map(({ extensions }) => extensions?.code);

/** The number of database connections of the subgraph and its relay. */
export async function connections(): Promise<number> {
  const [row] = await database.dataSource.query(
    `SELECT count(*)::int AS open FROM pg_stat_activity
     WHERE datname = current_database() AND application_name IN ('notebook', 'notebook relay')`,
  );
  return row.open;
}

export const shout = { query: '{ shout(words: "hello") }' };

/** Sends raw bytes, and returns everything received until the server closes. */
export function raw(port: number, bytes: string): Promise<string> {
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

export function courseCreated(): EventEnvelope {
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
