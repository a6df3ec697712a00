import type { Viewer } from '@lyceum/auth';
import type { Caller } from '@lyceum/subgraph';
import type { WebSocket } from 'ws';
import { closeCodes } from './close-codes.ts';

const longestTimer = 2 ** 31 - 1;

/** Milliseconds that a client has to answer a close before its connection is terminated. */
const closeWithinMs = 3_000;

/** One client's socket, from its first message: its viewer, and what ends it. */
export class Session {
  readonly #expiry: NodeJS.Timeout | undefined;

  constructor(
    readonly socket: WebSocket,
    /** The token and the address that the socket was opened with. */
    readonly opener: Caller,
    readonly viewer: Viewer | null,
    /** The current deliveries over the socket. */
    private readonly streams: () => readonly unknown[],
  ) {
    this.#expiry = this.#closeAtExpiry();
    socket.once('close', () => clearTimeout(this.#expiry));
  }

  /** Closes the socket if the token has expired. Checked on every send, because the timer may fire late. */
  endIfExpired(): void {
    if (this.viewer && this.viewer.expiresAt.getTime() <= Date.now()) this.#endExpired();
  }

  /** Closes the socket: nothing more is sent, and every upstream ends immediately. */
  end(code: number, reason: string): void {
    closeSocket(this.socket, code, reason);
    for (const stream of this.streams()) if (isIterator(stream)) stream.return?.();
  }

  #closeAtExpiry(): NodeJS.Timeout | undefined {
    if (!this.viewer) return undefined;
    const remaining = this.viewer.expiresAt.getTime() - Date.now();
    if (remaining > longestTimer) return undefined;
    return setTimeout(() => this.#endExpired(), Math.max(0, remaining));
  }

  #endExpired(): void {
    this.end(closeCodes.forbidden, 'TOKEN_EXPIRED: connect again with a fresh token and your last cursor');
  }
}

/**
 * Closes a socket, and terminates it if the client does not answer; a client that does not read may never see the
 * reason.
 */
export function closeSocket(socket: WebSocket, code: number, reason: string): void {
  if (socket.readyState === socket.CLOSED) return;
  socket.close(code, reason);
  const cut = setTimeout(() => socket.terminate(), closeWithinMs);
  socket.once('close', () => clearTimeout(cut));
}

function isIterator(stream: unknown): stream is AsyncIterator<unknown> {
  return typeof stream === 'object' && stream !== null && 'next' in stream;
}
