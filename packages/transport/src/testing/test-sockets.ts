import { connect, type Socket } from 'node:net';
import type { KafkaConnection } from '../kafka/settings.ts';

/** The network of one process, with injectable failures. */
export interface TestNetwork {
  readonly openSocket: NonNullable<KafkaConnection['openSocket']>;
  /** Breaks every connection, and opens no new ones. */
  cut(): void;
  /** Breaks every connection; new ones work. */
  breakConnections(): void;
  /** Existing connections hang: they stay open but transfer nothing; new ones work. */
  freeze(): void;
  /** The same, only for connections on which a group was joined or records are fetched. */
  freezeConsumers(): void;
}

/** In Kafka's protocol: the first two bytes of a request after its length. */
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
