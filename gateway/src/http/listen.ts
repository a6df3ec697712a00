import type { Server } from 'node:http';
import { isIP } from 'node:net';
import { OperatorError } from '@lyceum/environment';

/**
 * Listens, and returns the server's address.
 * @throws {OperatorError} with one clear sentence if the port is taken or not allowed
 */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return `http://${reachable(host)}:${actual}`;
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new OperatorError(
        'PORT_TAKEN',
        `Port ${port} on ${host} is taken: stop what uses it, or set PORT to another.`,
        {
          cause: error,
        },
      );
    case 'EACCES':
      return new OperatorError(
        'PORT_NOT_ALLOWED',
        `Port ${port} needs more rights than this process has: set PORT to 1024 or above.`,
        {
          cause: error,
        },
      );
    default:
      return new OperatorError(
        'CANNOT_LISTEN',
        `The gateway cannot listen on ${host}, port ${port}: ${error.message}`,
        { cause: error },
      );
  }
}

function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return isIP(host) === 6 ? `[${host}]` : host;
}

/**
 * Stops accepting connections, and resolves when every answer is sent; connections still busy after the time limit are
 * cut.
 */
export async function closeWithTimeout(server: Server, milliseconds: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), milliseconds);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(cut);
}
