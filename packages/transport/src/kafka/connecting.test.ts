import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createLogger } from '@lyceum/telemetry';
import { createKafkaTransport } from './kafka-transport.ts';
import type { KafkaTransportOptions } from './settings.ts';

const log = createLogger('test', 'silent');
const servers: Server[] = [];
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

/** A server that is not a Kafka broker. */
async function listen(onConnection: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    onConnection(socket);
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function connectTo(broker: string, options: Partial<KafkaTransportOptions> = {}) {
  const timing = { connectWithinMs: 1_500, requestTimeoutMs: 1_000 };
  return createKafkaTransport({ brokers: [broker], clientId: 'test', topics: [], log, timing, ...options });
}

describe('without a broker the start fails with one sentence', () => {
  it('where nothing listens', async () => {
    const broker = await listen(() => undefined);
    await new Promise((resolve) => servers.pop()?.close(resolve));
    await expect(connectTo(broker)).rejects.toMatchObject({
      code: 'KAFKA_UNREACHABLE',
      message: expect.stringContaining(`No Kafka broker answers at ${broker}: start it`),
    });
  });

  it('where what listens never answers, in time', async () => {
    const broker = await listen(() => undefined);
    const since = performance.now();
    await expect(connectTo(broker)).rejects.toMatchObject({ code: 'KAFKA_UNREACHABLE' });
    expect(performance.now() - since).toBeLessThan(4_000);
  });

  it('where what listens hangs up', async () => {
    const broker = await listen((socket) => socket.end());
    await expect(connectTo(broker)).rejects.toMatchObject({ code: 'KAFKA_UNREACHABLE' });
  });

  it('where the host has no address', async () => {
    await expect(connectTo('kafka.invalid:9092')).rejects.toMatchObject({
      code: 'KAFKA_UNKNOWN_HOST',
      message: 'The host name of Kafka at kafka.invalid:9092 cannot be resolved: correct KAFKA_BROKERS.',
    });
  });

  it('where what listens speaks no TLS', async () => {
    const broker = await listen((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    await expect(connectTo(broker, { ssl: true })).rejects.toMatchObject({ code: 'KAFKA_TLS' });
  });
});
