import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Logger } from '@lyceum/telemetry';
import { type ISocketFactory, Kafka, logLevel, type SASLOptions } from 'kafkajs';
import type { KafkaConnection, KafkaTiming } from './settings.ts';

/** A kafkajs client whose connections can be torn down whatever state they are in. */
export interface Client {
  readonly kafka: Kafka;
  /** Closes every connection at once; requests that wait for an answer fail. */
  destroy(): void;
}

/**
 * Opens no connection yet. Each producer, consumer and admin gets a client of its own, so that it can be thrown away alone:
 * kafkajs goes on using a dead connection, and its `disconnect` waits for the answers that never come.
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
      if (destroyed) throw new Error('this client was thrown away');
      const socket = openSocket(address);
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      return socket;
    },
    logLevel: logLevel.DEBUG,
    // What matters is reported by who uses the client; kafkajs calls an error what its next try mends.
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
      // The error makes kafkajs reject what waits on the connection.
      for (const socket of sockets) socket.destroy(new Error('this client was thrown away'));
    },
  };
}

const openPlainOrTls: ISocketFactory = ({ host, port, ssl, onConnect }) => {
  const socket = ssl
    ? connectTls({ host, port, ...(isIP(host) ? {} : { servername: host }), ...ssl }, onConnect)
    : connectTcp({ host, port }, onConnect);
  return socket.setKeepAlive(true, 30_000);
};
