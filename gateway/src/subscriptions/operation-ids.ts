interface Message {
  readonly type?: unknown;
  readonly id?: unknown;
}

/**
 * Gives every operation of a socket an id of its own. Clients may use an id again once they have completed it; graphql-ws
 * tells operations apart by the id alone, and confuses the two where the first is still opening: streams stay open, and
 * the second ends with the first. Here it never meets an id twice.
 */
export class OperationIds {
  /** The operations that are open for the client, by the client's ids. */
  readonly #own = new Map<string, string>();
  readonly #clients = new Map<string, string>();
  #next = 0;

  /** A message of the client as the protocol's server is to read it. What is no message is left to the server to refuse. */
  incoming(text: string): string {
    const message = parse(text);
    if (typeof message?.id !== 'string') return text;
    if (message.type === 'subscribe') return JSON.stringify({ ...message, id: this.#open(message.id) });
    if (message.type !== 'complete') return text;
    const own = this.#own.get(message.id);
    if (own !== undefined) this.#close(message.id, own);
    return JSON.stringify({ ...message, id: own ?? 'none' });
  }

  /** A message of the server as the client is to read it; null where it is about an operation that the client has completed. */
  outgoing(text: string): string | null {
    // The server writes the id first, and its own ids need no escaping.
    const [start, own] = /^\{"id":"(\d+)","type":"/.exec(text) ?? [];
    if (start === undefined || own === undefined) return text;
    const id = this.#clients.get(own);
    if (id === undefined) return null;
    if (!text.startsWith(`{"id":"${own}","type":"next"`)) this.#close(id, own);
    return `{"id":${JSON.stringify(id)}${text.slice(`{"id":"${own}"`.length)}`;
  }

  /** An id that is open already keeps its own id: the server then refuses the second, as the protocol says. */
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
