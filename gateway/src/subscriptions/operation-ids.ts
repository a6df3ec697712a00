interface Message {
  readonly type?: unknown;
  readonly id?: unknown;
}

/**
 * Assigns every operation of a socket a unique internal id. Clients may reuse an id once they have completed it;
 * graphql-ws identifies operations by id alone, and confuses two while the first is still opening: streams stay open,
 * and the second ends with the first. With internal ids it never sees the same id twice.
 */
export class OperationIds {
  /** The client's open operations, by the client's ids. */
  readonly #own = new Map<string, string>();
  readonly #clients = new Map<string, string>();
  #next = 0;

  /**
   * Translates a client's message for the protocol's server. Malformed messages are passed on for the server to refuse.
   */
  incoming(text: string): string {
    const message = parse(text);
    if (typeof message?.id !== 'string') return text;
    if (message.type === 'subscribe') return JSON.stringify({ ...message, id: this.#open(message.id) });
    if (message.type !== 'complete') return text;
    const own = this.#own.get(message.id);
    if (own !== undefined) this.#close(message.id, own);
    return JSON.stringify({ ...message, id: own ?? 'none' });
  }

  /** Translates a server's message for the client; null if it concerns an operation that the client has completed. */
  outgoing(text: string): string | null {
    // The server writes the id first, and internal ids need no escaping.
    const [start, own] = /^\{"id":"(\d+)","type":"/.exec(text) ?? [];
    if (start === undefined || own === undefined) return text;
    const id = this.#clients.get(own);
    if (id === undefined) return null;
    if (!text.startsWith(`{"id":"${own}","type":"next"`)) this.#close(id, own);
    return `{"id":${JSON.stringify(id)}${text.slice(`{"id":"${own}"`.length)}`;
  }

  /** An id that is already open keeps its internal id: the server then refuses the second, as the protocol requires. */
  #open(id: string): string {
    const open = this.#own.get(id);
    if (open !== undefined) return open;
    this.#next += 1;
    const own = String(this.#next);
    this.#own.set(id, own);
    this.#clients.set(own, id);
    return own;
  }

  #close(id: string, own: string): void {
    this.#own.delete(id);
    this.#clients.delete(own);
  }
}

function parse(text: string): Message | undefined {
  try {
    const message: unknown = JSON.parse(text);
    return typeof message === 'object' && message !== null ? message : undefined;
  } catch {
    return undefined;
  }
}
