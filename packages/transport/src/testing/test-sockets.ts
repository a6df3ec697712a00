import { connect, type Socket } from 'node:net';
import type { KafkaConnection } from '../kafka/settings.ts';

/** The network of one process, as far as it can fail. */
export interface TestNetwork {
  readonly openSocket: NonNullable<KafkaConnection['openSocket']>;
  /** Every connection breaks, and no new one opens. */
  cut(): void;
  /** Every connection breaks; new ones are as they should be. */
  breakConnections(): void;
  /** Connections stay, but nothing comes or goes any more; new ones are as they should be. */
  freeze(): void;
  /** The same for those alone on which somebody has joined a group or fetches. */
  freezeConsumers(): void;
}

/** In Kafka's protocol; the first two bytes of a request behind its length. */
const fetchRequest = 1;
const joinRequest = 11;

export function createTestNetwork(): TestNetwork {
  const sockets = new Set<Socket>();
  const consumers = new Set<Socket>();
  let isCut = false;

  function freeze(frozen: Iterable<Socket>): void {
    for (const socket of frozen) {
      socket.removeAllListeners('data');
      socket.write = () => true;
    }
  }

  function breakConnections(): void {
    for (const socket of sockets) socket.destroy(new Error('the connection is broken'));
  }

  return {
    openSocket({ host, port, onConnect }) {
      const socket = connect({ host, port }, onConnect);
      const write = socket.write.bind(socket) as (data: Buffer) => boolean;
      socket.write = (data: Buffer) => {
        if ([fetchRequest, joinRequest].includes(data.readInt16BE(4))) consumers.add(socket);
        return write(data);
      };
      sockets.add(socket);
      socket.once('close', () => {
        sockets.delete(socket);
        consumers.delete(socket);
      });
      if (isCut) socket.destroy(new Error('the network is cut'));
      return socket;
    },
    cut() {
      isCut = true;
      breakConnections();
    },
    breakConnections,
    freeze: () => freeze(sockets),
    freezeConsumers: () => freeze(consumers),
  };
}
