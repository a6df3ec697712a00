import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { mergePages } from './metrics-page.ts';

export { Counter, Gauge, Histogram, Registry } from 'prom-client';

/**
 * The metrics of one service. Every service has its own registry, so that several can run in one process;
 * `serializeMetrics` merges them into one page.
 */
export interface Metrics {
  readonly registry: Registry;
  /** Seconds from a request's arrival to its answer, by operation type and outcome. */
  readonly requests: Histogram<'type' | 'outcome'>;
  readonly subscriptions: Gauge;
  readonly subscriptionEvents: Counter;
}

export function createMetrics(service: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  return {
    registry,
    requests: new Histogram({
      name: 'lyceum_graphql_request_seconds',
      help: 'Seconds from the arrival of a GraphQL request to its answer',
      labelNames: ['type', 'outcome'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    }),
    subscriptions: new Gauge({
      name: 'lyceum_graphql_subscriptions',
      help: 'Open subscriptions',
      registers: [registry],
    }),
    subscriptionEvents: new Counter({
      name: 'lyceum_graphql_subscription_events_total',
      help: 'Events delivered to subscriptions',
      registers: [registry],
    }),
  };
}

/** Adds memory, CPU and event loop metrics of the whole process; call it once per process. */
export function observeProcess(metrics: Metrics): void {
  collectDefaultMetrics({ register: metrics.registry });
}

/** The page for `/metrics`, in Prometheus's text format. */
export async function serializeMetrics(all: readonly Metrics[]): Promise<{ contentType: string; body: string }> {
  const pages = await Promise.all(all.map(({ registry }) => registry.metrics()));
  return { contentType: Registry.PROMETHEUS_CONTENT_TYPE, body: mergePages(pages) };
}
