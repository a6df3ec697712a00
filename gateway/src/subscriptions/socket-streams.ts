type Stream<Value> = AsyncIterableIterator<Value>;

const done = { done: true, value: undefined } as const;

/** One operation of a socket, from its message on. */
export interface SocketStream {
  /**
   * The stream as the socket's server reads it. Where the id has been given to a later operation, the reader hears nothing
   * more of this one, not even its end, which it would take for the end of the later one.
   */
  read<Value>(open: () => Stream<Value>): Stream<Value>;
}

/**
 * The operations of one socket. graphql-ws knows them by the client's ids alone: where a client subscribes, completes and
 * subscribes again under one id in one burst, it loses sight of the first. Here every stream ends with its id or its socket.
 */
export class SocketStreams {
  readonly #ofIds = new Map<string, OwnedStream>();

  /** An operation comes under an id: whatever came under it before is over. */
  begin(id: string): SocketStream {
    this.#ofIds.get(id)?.abandon();
    const stream = new OwnedStream(() => {
      if (this.#ofIds.get(id) === stream) this.#ofIds.delete(id);
    });
    this.#ofIds.set(id, stream);
    return stream;
  }

  /** The socket is gone. */
  endAll(): void {
    for (const stream of [...this.#ofIds.values()]) stream.abandon();
  }
}

class OwnedStream implements SocketStream {
  readonly #onEnd: () => void;
  #isAbandoned = false;
  #end: () => void = () => undefined;

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  abandon(): void {
    this.#isAbandoned = true;
    this.#end();
    this.#onEnd();
  }

  read<Value>(open: () => Stream<Value>): Stream<Value> {
    // Nobody waits for it: it goes with its socket.
    const silence = new Promise<never>(() => undefined);
    if (this.#isAbandoned) return streamOf<Value>({ next: () => silence, end: async () => done });
    const stream = open();
    this.#end = () => void stream.return?.();
    return streamOf({
      next: async () => {
        const result = await stream.next();
        if (this.#isAbandoned) return silence;
        if (result.done) this.#onEnd();
        return result;
      },
      end: async () => {
        this.#onEnd();
        return (await stream.return?.()) ?? done;
      },
    });
  }
}

/** graphql-ws takes for a stream only what has all three functions. */
function streamOf<Value>(options: {
  next(): Promise<IteratorResult<Value>>;
  end(): Promise<IteratorResult<Value>>;
}): Stream<Value> {
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: options.next,
    return: options.end,
    throw: options.end,
  };
}
