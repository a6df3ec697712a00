import { until } from '@lyceum/testing';
import type { ExecutionResult } from 'graphql';
import {
  bySocket,
  codes,
  feeds,
  inProcess,
  installNotebook,
  lastFeed,
  openSocket,
  read,
  start,
  tokens,
} from './testing/notebook.ts';

installNotebook();

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

  it('sends the trace of each event that has one', async () => {
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const subgraph = await start();
    for (const open of [async () => bySocket(subgraph.url, { query }), () => inProcess(subgraph, { query })]) {
      feeds.length = 0;
      const stream = await open();
      const first = stream.next();
      await until(() => feeds.length === 1);
      lastFeed().push({ ticks: 1, traceparent });
      lastFeed().push({ ticks: 2, traceparent: 'malformed' });
      expect((await first).value).toEqual({ data: { ticks: 1 }, extensions: { traceparent } });
      expect((await stream.next()).value).toEqual({ data: { ticks: 2 } });
      await stream.return();
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

  it('whose source fails ends with a masked error, and does not affect other subscriptions of the socket', async () => {
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

  it('ends with UNAUTHENTICATED when its token has expired, and delivers nothing afterwards', async () => {
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
