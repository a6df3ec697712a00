import type { TracingEnvironment } from './environment.ts';
import type { Logger } from './logger.ts';
import { silentTracer } from './silent-tracer.ts';
import type { Tracing } from './tracer.ts';

/** Records nothing; contexts are propagated. */
export const noTracing: Tracing = { tracer: () => silentTracer, stop: async () => undefined };

/**
 * Exports spans over OTLP/HTTP if the environment names a collector; otherwise returns `noTracing` and loads no
 * library. A slow or unreachable collector delays nothing: spans are dropped, and this is logged at most once a minute.
 */
export async function startTracing(environment: TracingEnvironment, log: Logger): Promise<Tracing> {
  const url = endpointOf(environment);
  if (!url) return noTracing;
  const { exportSpans } = await import('./otlp/export-spans.ts');
  const { OTEL_TRACES_SAMPLER: sampler, OTEL_TRACES_SAMPLER_ARG: share } = environment;
  return exportSpans({ url, share: sampler === 'parentbased_traceidratio' ? share : 1, log });
}

/** The general endpoint is for all signals: traces go to a path below it. */
function endpointOf(environment: TracingEnvironment): string | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: base, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces } = environment;
  return traces ?? (base && `${base.replace(/\/+$/, '')}/v1/traces`);
}
