import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Logger } from '@lyceum/telemetry';
import { type ISocketFactory, Kafka, logLevel, type SASLOptions } from 'kafkajs';
import type { KafkaConnection, KafkaTiming } from './settings.ts';

/** A kafkajs client whose connections can be closed in any state. */
export interface Client {
  readonly kafka: Kafka;
  /** Closes every connection immediately; pending requests fail. */
  destroy(): void;
}

/**
 * Opens no connection yet. Each producer, consumer and admin gets its own client, so that it can be discarded
 * separately: kafkajs continues to use a dead connection, and its `disconnect` waits for answers that never come.
 */
export function openClient(connection: KafkaConnection, timing: KafkaTiming, log: Logger): Client {
  const { brokers, clientId, ssl = false, sasl, openSocket = openPlainOrTls } = connection;
  const sockets = new Set<Socket>();
  let destroyed = false;
  const kafka = new Kafka({
    clientId,
    brokers: [...brokers],
    ssl: typeof ssl === 'boolean' ? ssl : { ca: [ssl.ca] },
    ...(sasl && { sasl: sasl as SASLOptions }),
    connectionTimeout: Math.min(3_000, timing.connectWithinMs),
    requestTimeout: timing.requestTimeoutMs,
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: Math.max(3, brokers.length) },
    socketFactory: (address) => {
      if (destroyed) throw new Error('this client was discarded');
      const socket = openSocket(address);
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      return socket;
    },
    logLevel: logLevel.DEBUG,
    // Callers of the client report what matters; kafkajs logs errors that its next retry fixes.
    logCreator:
      () =>
      ({ namespace, level, log: { message, timestamp: _, logger: __, ...details } }) => {
        if (level === logLevel.ERROR) log.info({ kafkajs: namespace, ...details }, message);
        else log.debug({ kafkajs: namespace, ...details }, message);
      },
  });
  return {
    kafka,
    destroy() {
      destroyed = true;
      // The error makes kafkajs reject the requests pending on the connection.
      for (const socket of sockets) socket.destroy(new Error('this client was discarded'));
    },
  };
}

const openPlainOrTls: ISocketFactory = ({ host, port, ssl, onConnect }) => {
  const socket = ssl
    ? connectTls({ host, port, ...(isIP(host) ? {} : { servername: host }), ...ssl }, onConnect)
    : connectTcp({ host, port }, onConnect);
  return socket.setKeepAlive(true, 30_000);
};
