import { once } from 'node:events';
import type { ExecutionResult } from 'graphql';
import { WebSocket } from 'ws';

export interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: ExecutionResult & ExecutionResult['errors'];
}

/** A client that speaks the protocol message by message, so that tests see exactly what the gateway sends. */
export class SocketClient {
  readonly received: Message[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly #unread: Message[] = [];
  #wake: (() => void) | undefined;

  private constructor(readonly socket: WebSocket) {
    this.closed = new Promise((resolve) => {
      socket.once('close', (code, reason) => resolve({ code, reason: String(reason) }));
    });
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as Message;
      this.received.push(message);
      this.#unread.push(message);
      this.#wake?.();
    });
  }

  /** Opens a socket; `headers` are those of the upgrade. */
  static async open(url: string, headers: Record<string, string> = {}): Promise<SocketClient> {
    const socket = new WebSocket(url.replace(/^http/, 'ws'), 'graphql-transport-ws', { headers });
    const client = new SocketClient(socket);
    await once(socket, 'open');
    return client;
  }

  /** Opens a socket and waits for the acknowledgement. */
  static async connect(url: string, token?: string): Promise<SocketClient> {
    const client = await SocketClient.open(url);
    client.send({ type: 'connection_init', ...(token ? { payload: { authorization: `Bearer ${token}` } } : {}) });
    await client.next('connection_ack');
    return client;
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables: Record<string, unknown> = {}): void {
    this.send({ type: 'subscribe', id, payload: { query, variables } });
  }

  /** The next message, whatever its type. */
  async any(): Promise<Message | undefined> {
    while (this.#unread.length === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#unread.shift();
  }

  /** The next message; fails where it is of another type. */
  async next(type: string): Promise<Message> {
    const message = await this.any();
    if (message?.type !== type) throw new Error(`Expected ${type}, received ${JSON.stringify(message)}`);
    return message;
  }
}
