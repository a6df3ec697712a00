import { type Metrics, serializeMetrics } from '@lyceum/telemetry';
import { respond } from './respond.ts';
import type { Route } from './router.ts';

/** `/metrics`: all metrics of this process, for Prometheus. */
export function createMetricsPage(all: () => readonly Metrics[]): Route {
  return {
    methods: ['GET', 'HEAD'],
    async handle(_request, response) {
      const { contentType, body } = await serializeMetrics(all());
      respond(response, 200, contentType, body);
    },
  };
}
