import { type SigningKey, signRequest } from '@lyceum/auth';
import type { Caller, SubgraphOperation, SubscribeExtensions } from '@lyceum/subgraph';
import { openSharedSocket, type SharedSocket } from './shared-socket.ts';
import type { SubgraphConnection } from './subgraph-connection.ts';
import { unavailable } from './subgraph-fault.ts';

/** All subscriptions to a subgraph behind a URL share one socket, opened for the first and closed after the last. */
export interface RemoteSocket {
  readonly subscribe: SubgraphConnection['subscribe'];
  close(): void;
}

/** The caller is in the `extensions` of each subscribe message, signed by the gateway, not in the socket. */
export function createRemoteSocket(options: {
  name: string;
  url: URL;
  signingKey: SigningKey;
  deadlineMs: number;
}): RemoteSocket {
  const { name, url, signingKey, deadlineMs } = options;
  let current: SharedSocket | undefined;

  function open(): SharedSocket {
    const opened = openSharedSocket({
      name,
      url,
      acknowledgedWithinMs: deadlineMs,
      onDone() {
        if (current === opened) current = undefined;
      },
    });
    return opened;
  }

  async function extensionsFor(operation: SubgraphOperation, caller: Caller): Promise<SubscribeExtensions> {
    return {
      ...(caller.token === undefined ? {} : { token: caller.token }),
      signature: await signRequest(signingKey, name, operation),
      requestId: caller.request.requestId,
      ...(caller.after && { after: caller.after }),
      ...(caller.request.traceparent && { traceparent: caller.request.traceparent }),
    };
  }

  return {
    subscribe(operation, caller, sink) {
      let ended = false;
      let end = () => {};
      extensionsFor(operation, caller).then(
        (extensions) => {
          if (ended) return;
          current ??= open();
          end = current.add({ ...operation, extensions: { ...extensions } }, sink);
        },
        (error) => ended || sink.fail([unavailable(name, error)]),
      );
      return () => {
        ended = true;
        end();
      };
    },
    close() {
      current?.close();
    },
  };
}
