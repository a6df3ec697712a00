import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { BrokerUnavailable } from './broker-unavailable.ts';

/** Below the range for outgoing connections (from 32,768 on Linux), so that none takes the port before Kafka does. */
const searched = { from: 20_000, to: 32_000 } as const;

/** A port of 127.0.0.1 that is currently unused. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(searched.from, searched.to);
    try {
      return await listenOnce(port);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
}

/** @throws {BrokerUnavailable} PORT_IN_USE */
export async function requireFree(port: number): Promise<number> {
  try {
    return await listenOnce(port);
  } catch (error) {
    throw new BrokerUnavailable(
      'PORT_IN_USE',
      `Port ${port} of 127.0.0.1 is taken: stop what listens there, or choose another with --port.`,
      { cause: error },
    );
  }
}

async function listenOnce(port: number): Promise<number> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has a numeric port');
  return address.port;
}
