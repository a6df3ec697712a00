import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';

/**
 * Holds a port of 127.0.0.1; 0 lets the system choose.
 * @throws where it is taken
 */
export async function holdPort(port = 0): Promise<{ port: number; release(): Promise<void> }> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, release: () => close(server) };
}

/** Ports that nobody listens on now, each another one. */
export async function freePorts(count: number): Promise<number[]> {
  const held = await Promise.all(Array.from({ length: count }, () => holdPort()));
  await Promise.all(held.map(({ release }) => release()));
  return held.map(({ port }) => port);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
