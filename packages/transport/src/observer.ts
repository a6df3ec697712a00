import { Counter, Gauge, type Metrics } from '@lyceum/telemetry';

/** Told what a transport does, for metrics. */
export interface TransportObserver {
  published(events: number): void;
  publishFailed(): void;
  handled(group: string, outcome: 'success' | 'failure' | 'malformed', events: number): void;
  /** How many events of a topic wait for this process's share of the group. */
  lag(group: string, topic: string, events: number): void;
  /** A client was thrown away and built anew. */
  rebuilt(part: 'producer' | 'consumer'): void;
  /** Whether the brokers answer. */
  healthy(answering: boolean): void;
}

export const silentObserver: TransportObserver = {
  published: () => undefined,
  publishFailed: () => undefined,
  handled: () => undefined,
  lag: () => undefined,
  rebuilt: () => undefined,
  healthy: () => undefined,
};

/** Keeps what a transport does as metrics of a service. */
export function observeTransport(registry: Metrics['registry']): TransportObserver {
  const registers = [registry];
  const published = new Counter({
    name: 'lyceum_events_published_total',
    help: 'Events that the brokers have acknowledged',
    registers,
  });
  const failures = new Counter({
    name: 'lyceum_event_batches_failed_total',
    help: 'Batches that were not acknowledged and stay in the outbox',
    registers,
  });
  const handled = new Counter({
    name: 'lyceum_events_handled_total',
    help: 'Events that were given to handlers, by outcome; failures are delivered again, malformed ones are parked',
    labelNames: ['group', 'outcome'],
    registers,
  });
  const lag = new Gauge({
    name: 'lyceum_events_lag',
    help: 'Events that wait for this process',
    labelNames: ['group', 'topic'],
    registers,
  });
  const rebuilt = new Counter({
    name: 'lyceum_event_clients_rebuilt_total',
    help: 'Producers and consumers that were stuck or had failed, and were built anew',
    labelNames: ['part'],
    registers,
  });
  const healthy = new Gauge({
    name: 'lyceum_event_brokers_answering',
    help: '1 where the brokers answered the last time they were asked',
    registers,
  });
  return {
    published: (events) => published.inc(events),
    publishFailed: () => failures.inc(),
    handled: (group, outcome, events) => handled.inc({ group, outcome }, events),
    lag: (group, topic, events) => lag.set({ group, topic }, events),
    rebuilt: (part) => rebuilt.inc({ part }),
    healthy: (answering) => healthy.set(answering ? 1 : 0),
  };
}
