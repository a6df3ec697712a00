import type { IncomingMessage } from 'node:http';
import type { Logger } from '@lyceum/telemetry';
import { CloseCode, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { OperationIds } from './operation-ids.ts';
import { closeSocket } from './session.ts';

const pingEveryMs = 12_000;

/** The protocol server's state for a socket. */
export interface SocketExtra {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
}

/** Serves one socket by the protocol graphql-transport-ws, and terminates it if the client does not answer pings. */
export function serveSocket(
  server: Server<SocketExtra>,
  socket: WebSocket,
  request: IncomingMessage,
  log: Logger,
): void {
  const ids = new OperationIds();
  const fail = (error: unknown) => {
    log.error({ err: error }, 'A socket failed unexpectedly');
    closeSocket(socket, CloseCode.InternalServerError, 'Internal server error');
  };
  // A client that violates the WebSocket protocol: ws closes the connection.
  socket.on('error', (error) => log.warn({ err: error }, 'A client violated the WebSocket protocol'));
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (text) => send(socket, ids.outgoing(text)),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (read) => socket.on('message', (data) => void read(ids.incoming(String(data))).catch(fail)),
    },
    { socket, request },
  );
  const stopPinging = keepAlive(socket);
  socket.once('close', (code, reason) => {
    stopPinging();
    closed(code, String(reason)).catch(fail);
  });
}

function send(socket: WebSocket, text: string | null): Promise<void> {
  if (text === null || socket.readyState !== socket.OPEN) return Promise.resolve();
  return new Promise((resolve, reject) => socket.send(text, (error) => (error ? reject(error) : resolve())));
}

/** Terminates a connection whose peer has silently disappeared. */
function keepAlive(socket: WebSocket): () => void {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, pingEveryMs);
  return () => clearInterval(timer);
}
