import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';

/**
 * Occupies a port of 127.0.0.1; 0 lets the system choose.
 * @throws if it is taken
 */
export async function holdPort(port = 0): Promise<{ port: number; release(): Promise<void> }> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, release: () => close(server) };
}

/**
 * Below the ephemeral ports (from 32,768 on Linux), so that no outgoing connection takes it before the process does.
 */
const searched = { from: 20_000, to: 32_000 } as const;

/** Ports that are free now, all distinct. */
export async function freePorts(count: number): Promise<number[]> {
  const held: Awaited<ReturnType<typeof holdPort>>[] = [];
  while (held.length < count) {
    try {
      held.push(await holdPort(randomInt(searched.from, searched.to)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  await Promise.all(held.map(({ release }) => release()));
  return held.map(({ port }) => port);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
