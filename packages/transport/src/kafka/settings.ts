import type { Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import type { TopicSettings } from '@lyceum/contracts';
import type { Logger } from '@lyceum/telemetry';
import type { TransportObserver } from '../observer.ts';

/** How to reach the brokers. */
export interface KafkaConnection {
  /** `host:port` of some brokers; the others are discovered. */
  readonly brokers: readonly string[];
  /** The process's name in the brokers' logs: `lyceum-course`. */
  readonly clientId: string;
  /** True: TLS with the system's authorities; `ca`: with this one (PEM). */
  readonly ssl?: boolean | { readonly ca: string };
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
  /** Opens a connection to a broker; tests inject failing or hanging connections. */
  readonly openSocket?: (address: {
    host: string;
    port: number;
    ssl: ConnectionOptions;
    onConnect: () => void;
  }) => Socket;
}

/** A record that is not an event: not JSON, or not an envelope. */
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
  /** Created if missing. Events of other topics are refused. */
  readonly topics: readonly TopicSettings[];
  /** Prefix of every topic and group, if several installations share brokers: `school-`. */
  readonly prefix?: string;
  readonly log: Logger;
  readonly observer?: TransportObserver;
  /**
   * Receives records that are not events; the group continues after a record only when this has resolved. By default
   * the record is copied unchanged to the topic `lyceum.parked`, which has unlimited retention.
   */
  readonly onMalformed?: (record: MalformedRecord) => Promise<void>;
  /** A consumer is still stuck after it was recreated: the process should exit and be restarted. */
  readonly onFatal?: (error: Error) => void;
  readonly timing?: Partial<KafkaTiming>;
}

/** Milliseconds; tests use shorter times. */
export interface KafkaTiming {
  /** Timeout of the first connection. */
  readonly connectWithinMs: number;
  /** Timeout of one request to a broker. */
  readonly requestTimeoutMs: number;
  /** Timeout of a batch; after it the producer is discarded and the batch rejected. */
  readonly publishWithinMs: number;
  /** A group member without a heartbeat for this long is removed from the group. */
  readonly sessionTimeoutMs: number;
  readonly heartbeatEveryMs: number;
  /** How long a handler may run during a rebalance. */
  readonly rebalanceTimeoutMs: number;
  /** Delay before redelivery: doubled from the first to the longest. */
  readonly redelivery: { readonly firstMs: number; readonly longestMs: number };
  readonly checkEveryMs: number;
  /** A consumer is stuck if events are waiting and no handler was called for this long. */
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
