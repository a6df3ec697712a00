import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type DocumentNode, print } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** An open subscription. */
export interface LiveSubscription<Data> {
  /** Every event received so far. */
  readonly events: readonly Data[];
  /** The `extensions` of each event: `traceparent` identifies the trace of its change. */
  readonly extensions: readonly Readonly<Record<string, unknown>>[];
  /** The next event not yet taken; rejects if the subscription ends first. */
  next(): Promise<Data>;
  /** Resolves with the reason once the subscription has ended. */
  readonly ended: Promise<unknown>;
  /** Unsubscribes; resolves once the socket is closed. */
  close(): Promise<void>;
  /** Drops the connection without a close frame, as a network failure does. */
  cut(): void;
}

/**
 * Subscribes over a new socket.
 * @param url the HTTP address of the endpoint; the socket uses the same path
 */
export function openLive<Data, Variables extends Record<string, unknown>>(
  url: string,
  document: TypedDocumentNode<Data, Variables> | DocumentNode | string,
  variables: Variables,
  token?: string,
): LiveSubscription<Data> {
  let socket: WebSocket | undefined;
  const client = createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols);
        socket = this;
      }
    },
    connectionParams: token ? { authorization: `Bearer ${token}` } : {},
    retryAttempts: 0,
  });
  const events: Data[] = [];
  const extensions: Readonly<Record<string, unknown>>[] = [];
  const waiting: { resolve(event: Data): void; reject(reason: unknown): void }[] = [];
  let taken = 0;
  let end: (reason: unknown) => void = () => {};
  let isEnded = false;
  const ended = new Promise<unknown>((resolve) => {
    end = (reason) => {
      isEnded = true;
      resolve(reason);
      for (const { reject } of waiting.splice(0)) reject(new Error(`The subscription ended: ${describe(reason)}`));
    };
  });
  const unsubscribe = client.subscribe<Record<string, unknown>, Record<string, unknown>>(
    { query: typeof document === 'string' ? document : print(document), variables, extensions: token ? { token } : {} },
    {
      next(result) {
        if (result.errors) return end(result.errors);
        const event = result.data as Data;
        events.push(event);
        extensions.push(result.extensions ?? {});
        const waiter = waiting.shift();
        if (waiter) {
          taken += 1;
          waiter.resolve(event);
        }
      },
      error: end,
      complete: () => end('complete'),
    },
  );
  return {
    events,
    extensions,
    ended,
    next() {
      const event = events[taken];
      if (event !== undefined) {
        taken += 1;
        return Promise.resolve(event);
      }
      if (isEnded) return Promise.reject(new Error('The subscription has ended.'));
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    async close() {
      unsubscribe();
      const closed = socket && new Promise((resolve) => socket?.once('close', resolve));
      await client.dispose();
      if (socket && socket.readyState !== WebSocket.CLOSED) await closed;
    },
    cut: () => socket?.terminate(),
  };
}

function describe(reason: unknown): string {
  return reason instanceof Error ? reason.message : JSON.stringify(reason);
}
