import { createServer, type Server } from 'node:net';
import type { EventEnvelope } from '@lyceum/contracts';
import { requestScope } from '@lyceum/telemetry';
import { until } from '@lyceum/testing';
import { parse } from 'graphql';
import WebSocket from 'ws';
import type { SubgraphDefinition } from './index.ts';
import {
  connections,
  courseCreated,
  database,
  domainStops,
  feeds,
  heard,
  inProcessTransport,
  installNotebook,
  lastFeed,
  notebook,
  openSocket,
  post,
  shout,
  slow,
  start,
  transports,
} from './testing/notebook.ts';

installNotebook();

describe('events', () => {
  const createCourse = { query: 'mutation { createCourse(title: "Algebra") }' };
  const request = requestScope({ requestId: 'web-7' });

  it('stay in the outbox without a transport, until a start with one', async () => {
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
      handle: async (envelopes) => void received.push(...envelopes),
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
  it('answers the request in flight, closes the sockets, and releases the port and the database', async () => {
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

  it('happens once, even if requested twice', async () => {
    const subgraph = await start();
    await Promise.all([subgraph.stop(), subgraph.stop()]);
    expect(domainStops).toBe(1);
  });

  it('disconnects a client that does not answer the close of its socket', async () => {
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
  it('because the port is taken reports it, and leaves nothing open', async () => {
    const occupant: Server = createServer();
    await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
    const { port } = occupant.address() as { port: number };
    try {
      await expect(start({ port, transport: inProcessTransport() })).rejects.toThrow(
        `Port ${port} of 127.0.0.1 is taken: stop what uses it, or give notebook another port.`,
      );
      await until(async () => (await connections()) === 0);
      expect(domainStops).toBe(1);
      await transports[0]?.publish([courseCreated()]);
      expect(heard).toEqual({ consumed: [], broadcast: [] });
    } finally {
      await new Promise((resolve) => occupant.close(resolve));
    }
  });

  it.each<[string, Partial<SubgraphDefinition>, RegExp]>([
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
