import { connect } from 'node:net';

/** The code that a cancel request has in place of a protocol version. */
const cancelRequestCode = 80_877_102;
const withinMs = 2_000;

/** Identifies a connection to PostgreSQL. */
export interface BackendKey {
  readonly host: string;
  readonly port: number;
  readonly processID: number | null;
  readonly secretKey: number | null;
}

/**
 * Sends PostgreSQL a cancel request for a connection's statement; resolves when PostgreSQL has processed it. If
 * PostgreSQL cannot be reached, the statement continues until its own timeout.
 */
export function requestCancel({ host, port, processID, secretKey }: BackendKey): Promise<void> {
  if (processID === null || secretKey === null) return Promise.resolve();
  const request = Buffer.alloc(16);
  request.writeInt32BE(request.length, 0);
  request.writeInt32BE(cancelRequestCode, 4);
  request.writeInt32BE(processID, 8);
  request.writeInt32BE(secretKey, 12);
  return new Promise((resolve) => {
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    socket.setTimeout(withinMs, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.on('connect', () => socket.write(request));
    // PostgreSQL closes the connection once it has signalled the process.
    socket.on('data', () => undefined).on('end', () => socket.destroy());
    socket.on('close', () => resolve());
  });
}
