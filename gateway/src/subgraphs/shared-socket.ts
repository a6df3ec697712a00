import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { createClient, type SubscribePayload } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { EventSink } from './subgraph-connection.ts';
import { liveConnectionBroke, signatureRefused } from './subgraph-fault.ts';

const pingEveryMs = 10_000;
const pongWithinMs = 5_000;

/** One socket to a subgraph, from the first of its subscriptions to the last. */
export interface SharedSocket {
  /** Adds a subscription; the returned function ends it. A socket that has become empty accepts no more. */
  add(payload: SubscribePayload, sink: EventSink): () => void;
  close(): void;
}

/**
 * Opens a socket for subscriptions. When it breaks, every subscription on it fails. It is not reopened silently,
 * because only the client knows the cursor to resume from.
 */
export function openSharedSocket(options: {
  name: string;
  url: URL;
  acknowledgedWithinMs: number;
  /** The socket is empty or broken: use another one for new subscriptions. */
  onDone(): void;
}): SharedSocket {
  const { name, onDone } = options;
  const breakers = new Set<(cause: unknown) => void>();
  let pongTimer: NodeJS.Timeout | undefined;
  let socket: WebSocket | undefined;

  const client = createClient({
    url: options.url.href.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    connectionAckWaitTimeout: options.acknowledgedWithinMs,
    retryAttempts: 0,
    keepAlive: pingEveryMs,
    on: {
      opened: (opened) => {
        socket = opened as WebSocket;
      },
      ping: (received) => {
        if (!received) pongTimer = setTimeout(() => client.terminate(), pongWithinMs);
      },
      pong: (received) => {
        if (received) clearTimeout(pongTimer);
      },
      closed: (event) => {
        clearTimeout(pongTimer);
        for (const breakOff of breakers) breakOff(event);
      },
    },
  });

  function add(payload: SubscribePayload, sink: EventSink): () => void {
    breakers.add(breakOff);
    const unsubscribe = client.subscribe<FormattedExecutionResult['data'], FormattedExecutionResult['extensions']>(
      payload,
      {
        next: (event) => breakers.has(breakOff) && sink.next(event as FormattedExecutionResult),
        error(reason) {
          if (!Array.isArray(reason)) return breakOff(reason);
          const errors = reason as GraphQLFormattedError[];
          if (forget()) sink.fail([signatureRefused(name, errors) ?? errors].flat());
        },
        complete: () => forget() && sink.complete(),
      },
    );

    function forget(): boolean {
      const known = breakers.delete(breakOff);
      if (known && breakers.size === 0) onDone();
      return known;
    }
    function breakOff(cause: unknown): void {
      if (!forget()) return;
      unsubscribe();
      sink.fail([liveConnectionBroke(name, cause)]);
    }
    return () => {
      if (forget()) unsubscribe();
    };
  }

  return {
    add,
    close() {
      client.terminate();
      socket?.terminate();
    },
  };
}
