import type { Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import type { TopicSettings } from '@lyceum/contracts';
import type { Logger } from '@lyceum/telemetry';
import type { TransportObserver } from '../observer.ts';

/** How the brokers are reached. */
export interface KafkaConnection {
  /** `host:port` of some of the brokers; they tell of the others. */
  readonly brokers: readonly string[];
  /** The process, as it stands in the brokers' logs: `lyceum-course`. */
  readonly clientId: string;
  /** True: TLS by the system's authorities; `ca`: by this one (PEM). */
  readonly ssl?: boolean | { readonly ca: string };
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
  /** Opens a connection to a broker; tests let connections die or hang. */
  readonly openSocket?: (address: {
    host: string;
    port: number;
    ssl: ConnectionOptions;
    onConnect: () => void;
  }) => Socket;
}

/** A record that is not an event: no JSON, or not an envelope. */
export interface MalformedRecord {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  /** What is wrong with it. */
  readonly error: Error;
}

export interface KafkaTransportOptions extends KafkaConnection {
  /** Made where missing. Events of other topics are refused. */
  readonly topics: readonly TopicSettings[];
  /** Before every topic and group, where several installations share brokers: `school-`. */
  readonly prefix?: string;
  readonly log: Logger;
  readonly observer?: TransportObserver;
  /**
   * Takes what no handler can be given; the group goes on behind it only when this has resolved. By default it is copied, as it
   * is, to the topic `lyceum.parked`, which is kept for ever.
   */
  readonly onMalformed?: (record: MalformedRecord) => Promise<void>;
  /** A consumer stands still although it was built anew: the process had better end and be started again. */
  readonly onFatal?: (error: Error) => void;
  readonly timing?: Partial<KafkaTiming>;
}

/** Milliseconds; tests are in a hurry. */
export interface KafkaTiming {
  /** How long the first connection may take. */
  readonly connectWithinMs: number;
  /** How long a broker may take to answer one request. */
  readonly requestTimeoutMs: number;
  /** How long a batch may take; then the producer is thrown away and the batch is rejected. */
  readonly publishWithinMs: number;
  /** A member that is not heard of for so long has left its group. */
  readonly sessionTimeoutMs: number;
  readonly heartbeatEveryMs: number;
  /** How long a handler may run while its group shares the topics out anew. */
  readonly rebalanceTimeoutMs: number;
  /** Waits before an event is delivered again: doubled from the first to the longest. */
  readonly redelivery: { readonly firstMs: number; readonly longestMs: number };
  readonly checkEveryMs: number;
  /** With events waiting and no handler called for so long, a consumer is stuck. */
  readonly stuckAfterMs: number;
  /** How long `close` and `stop` wait for handlers. */
  readonly drainWithinMs: number;
  readonly now: () => number;
}

export const defaultTiming: KafkaTiming = {
  connectWithinMs: 10_000,
  requestTimeoutMs: 5_000,
  publishWithinMs: 10_000,
  sessionTimeoutMs: 10_000,
  heartbeatEveryMs: 3_000,
  rebalanceTimeoutMs: 60_000,
  redelivery: { firstMs: 50, longestMs: 5_000 },
  checkEveryMs: 15_000,
  stuckAfterMs: 60_000,
  drainWithinMs: 5_000,
  now: Date.now,
};
