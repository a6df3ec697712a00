import { once } from 'node:events';
import { WebSocket } from 'ws';
import { operationsPerSocket } from '../limits/limits.ts';
import { type Harness, startHarness } from '../testing/harness.ts';
import { SocketClient } from '../testing/socket-client.ts';
import { longestQueue } from './completed-events.ts';

const cursors = 'subscription { gradeChanged { cursor } }';

describe('a socket', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness('local', { connectionInitWaitMs: 200 });
  });
  afterAll(() => harness.stop());

  it('closes with 4403 when the token expires, and delivers nothing after', async () => {
    const client = await SocketClient.connect(harness.gateway.url, await harness.token('STUDENT', 2));
    client.subscribe('1', cursors);
    await harness.graph.grades.untilListeners(1);
    harness.graph.grades.publish({ cursor: 1, courseId: 'c1' });
    await client.next('next');
    await harness.graph.grades.untilListeners(0);
    harness.graph.grades.publish({ cursor: 2, courseId: 'c1' });
    expect(await client.closed).toMatchObject({ code: 4403, reason: expect.stringContaining('TOKEN_EXPIRED') });
    expect(client.received.filter(({ type }) => type === 'next')).toHaveLength(1);
  });

  it.each([
    ['a forged token', 'forged', 'TOKEN_INVALID'],
    ['an expired token', undefined, 'TOKEN_EXPIRED'],
  ])('closes with 4403 for %s', async (_what, given, reason) => {
    const token = given ?? (await harness.token('STUDENT', -10));
    const client = await SocketClient.open(harness.gateway.url);
    client.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    expect(await client.closed).toMatchObject({ code: 4403, reason: expect.stringContaining(reason) });
  });

  it('takes the token from the header of the upgrade too', async () => {
    const authorization = `Bearer ${await harness.token('STUDENT')}`;
    const client = await SocketClient.open(harness.gateway.url, { authorization });
    client.send({ type: 'connection_init' });
    await client.next('connection_ack');
    client.subscribe('1', '{ me { name } }');
    expect((await client.next('next')).payload?.data).toEqual({ me: { name: 'Name of me' } });
    client.socket.close();
  });

  it('closes with 4408 where no connection_init comes', async () => {
    const client = await SocketClient.open(harness.gateway.url);
    expect(await client.closed).toMatchObject({ code: 4408 });
  });

  it('closes with 4401 for an operation before connection_init', async () => {
    const client = await SocketClient.open(harness.gateway.url);
    client.subscribe('1', cursors);
    expect(await client.closed).toMatchObject({ code: 4401 });
  });

  it('closes with 4413 where a client reads too slowly, and ends its upstreams', async () => {
    const client = await SocketClient.connect(harness.gateway.url);
    client.subscribe('1', 'subscription { gradeChanged { cursor course { title } } }');
    await harness.graph.grades.untilListeners(1);
    client.socket.pause();
    for (let cursor = 0; cursor <= longestQueue + 1; cursor++) {
      harness.graph.grades.publish({ cursor, courseId: 'c1' });
    }
    await harness.graph.grades.untilListeners(0);
    client.socket.resume();
    expect(await client.closed).toEqual({ code: 4413, reason: 'too slow: resubscribe with your last cursor' });
  });

  it('closes with 4413 where too many bytes wait for a client', async () => {
    const client = await SocketClient.connect(harness.gateway.url);
    for (let id = 1; id <= 40; id++) client.subscribe(String(id), 'subscription { gradeChanged { note } }');
    await harness.graph.grades.untilListeners(40);
    client.socket.pause();
    const note = 'x'.repeat(500_000);
    harness.graph.grades.publish({ cursor: 1, courseId: 'c1', note });
    while (harness.graph.grades.listeners > 0) {
      harness.graph.grades.publish({ cursor: 2, courseId: 'c1', note });
      await new Promise(setImmediate);
    }
    client.socket.resume();
    expect(await client.closed).toMatchObject({ code: 4413 });
  });

  it(`has at most ${operationsPerSocket} operations open`, async () => {
    const client = await SocketClient.connect(harness.gateway.url);
    for (let id = 1; id <= operationsPerSocket; id++) client.subscribe(String(id), cursors);
    await harness.graph.grades.untilListeners(operationsPerSocket);
    client.subscribe('too many', cursors);
    expect(await client.next('error')).toMatchObject({
      id: 'too many',
      payload: [{ extensions: { code: 'OPERATION_TOO_COMPLEX', measured: operationsPerSocket + 1 } }],
    });
    client.socket.close();
    await harness.graph.grades.untilListeners(0);
  });

  it('refuses documents that are too complex', async () => {
    const client = await SocketClient.connect(harness.gateway.url);
    client.subscribe('1', `subscription { gradeChanged { ${'cursor '.repeat(2_000)} } }`);
    expect((await client.next('error')).payload).toMatchObject([{ extensions: { code: 'OPERATION_TOO_COMPLEX' } }]);
    client.socket.close();
  });
});

describe('the origin of a page that opens a socket', () => {
  async function statusFor(harness: Harness, origin: string): Promise<number | undefined> {
    const socket = new WebSocket(harness.gateway.url.replace('http', 'ws'), 'graphql-transport-ws', { origin });
    const outcome = await Promise.race([
      once(socket, 'open').then(() => 101),
      once(socket, 'unexpected-response').then(([, response]) => response.statusCode as number),
    ]);
    socket.on('error', () => undefined);
    socket.terminate();
    return outcome;
  }

  it('must be allowed in production', async () => {
    const harness = await startHarness('local', {
      mode: 'production',
      allowedOrigins: ['https://learn.example.org'],
    });
    expect(await statusFor(harness, 'https://learn.example.org')).toBe(101);
    expect(await statusFor(harness, new URL(harness.gateway.url).origin)).toBe(101);
    expect(await statusFor(harness, 'https://evil.example.org')).toBe(403);
    expect(await statusFor(harness, 'http://localhost:5173')).toBe(403);
    await harness.stop();
  });

  it('may be on this machine in development', async () => {
    const harness = await startHarness('local');
    expect(await statusFor(harness, 'http://localhost:5173')).toBe(101);
    expect(await statusFor(harness, 'https://evil.example.org')).toBe(403);
    await harness.stop();
  });
});
