import { Counter, Gauge, type Metrics } from '@lyceum/telemetry';

/** Receives what a transport does, for metrics. */
export interface TransportObserver {
  published(events: number): void;
  publishFailed(): void;
  handled(group: string, outcome: 'success' | 'failure' | 'malformed', events: number): void;
  /** How many events of a topic wait in this process's partitions. */
  lag(group: string, topic: string, events: number): void;
  /** A client was discarded and recreated. */
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

/** Records a transport's activity as metrics of a service. */
export function observeTransport(registry: Metrics['registry']): TransportObserver {
  const registers = [registry];
  const published = new Counter({
    name: 'lyceum_events_published_total',
    help: 'Events acknowledged by the brokers',
    registers,
  });
  const failures = new Counter({
    name: 'lyceum_event_batches_failed_total',
    help: 'Batches that were not acknowledged and stay in the outbox',
    registers,
  });
  const handled = new Counter({
    name: 'lyceum_events_handled_total',
    help: 'Events delivered to handlers, by outcome; failed ones are redelivered, malformed ones are parked',
    labelNames: ['group', 'outcome'],
    registers,
  });
  const lag = new Gauge({
    name: 'lyceum_events_lag',
    help: 'Events waiting for this process',
    labelNames: ['group', 'topic'],
    registers,
  });
  const rebuilt = new Counter({
    name: 'lyceum_event_clients_rebuilt_total',
    help: 'Producers and consumers recreated after a failure or because they were stuck',
    labelNames: ['part'],
    registers,
  });
  const healthy = new Gauge({
    name: 'lyceum_event_brokers_answering',
    help: '1 if the brokers answered the last request',
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
