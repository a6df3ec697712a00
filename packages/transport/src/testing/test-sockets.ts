import { connect, type Socket } from 'node:net';
import type { KafkaConnection } from '../kafka/settings.ts';

/** The network of one process, as far as it can fail. */
export interface TestNetwork {
  readonly openSocket: NonNullable<KafkaConnection['openSocket']>;
  /** Every connection breaks without a word, and no new one opens. */
  cut(): void;
  /** Connections stay, but nothing comes or goes any more; new ones are as they should be. */
  freeze(): void;
}

export function createTestNetwork(): TestNetwork {
  const sockets = new Set<Socket>();
  let isCut = false;
  return {
    openSocket({ host, port, onConnect }) {
      const socket = connect({ host, port }, onConnect);
      sockets.add(socket);
      if (isCut) socket.destroy(new Error('the network is cut'));
      return socket;
    },
    cut() {
      isCut = true;
      for (const socket of sockets) socket.resetAndDestroy();
    },
    freeze() {
      for (const socket of sockets) {
        socket.removeAllListeners('data');
        socket.write = () => true;
      }
    },
  };
}
