import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { SocketServer } from '../subscriptions/socket-server.ts';

/**
 * Decides who may open a WebSocket. Browsers allow pages to open one to any site, so foreign origins are refused here.
 */
export function createUpgradeHandler(options: {
  sockets: SocketServer;
  isAllowedOrigin(request: IncomingMessage): boolean;
  isStopping(): boolean;
}) {
  return function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const isGraphql = (request.url ?? '').replace(/\?.*$/s, '') === '/graphql';
    if (options.isStopping()) refuse(socket, 503);
    else if (!isGraphql) refuse(socket, 404);
    else if (!options.isAllowedOrigin(request)) refuse(socket, 403);
    else options.sockets.accept(request, socket, head);
  };
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
