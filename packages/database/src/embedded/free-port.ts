import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Below the range for outgoing connections (from 32,768 on Linux), so that none takes the port before PostgreSQL does.
 */
const searched = { from: 20_000, to: 32_000 } as const;

/** A port of 127.0.0.1 that is currently unused. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(searched.from, searched.to);
    const server = createServer().listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') continue;
      throw error;
    }
    server.close();
    await once(server, 'close');
    return port;
  }
}
