import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { createTracer } from '../create-tracer.ts';
import type { Logger } from '../logger.ts';
import type { Tracing } from '../tracer.ts';
import { recordWith } from './record.ts';
import { unobtrusive } from './unobtrusive-exporter.ts';

const stopWithinMs = 2_000;
/** Short, so that a trace is visible soon after it happened. */
const exportEveryMs = 1_000;

/**
 * Exports spans in batches, in the background, for all services of the process. The exporter reads
 * OTEL_EXPORTER_OTLP_HEADERS, _TIMEOUT and _COMPRESSION itself.
 * @param options.url where batches are posted, as JSON
 * @param options.share fraction of the traces started here to record; for others, their sampled flag decides
 */
export function exportSpans(options: { url: string; share: number; log: Logger }): Tracing {
  const { url, share, log } = options;
  const root = share < 1 ? new TraceIdRatioBasedSampler(share) : new AlwaysOnSampler();
  const sampler = new ParentBasedSampler({ root });
  const processor = new BatchSpanProcessor({
    exporter: unobtrusive(new OTLPTraceExporter({ url }), log),
    scheduledDelayMillis: exportEveryMs,
    maxQueueSize: 8_192,
  });
  const given = detectResources({ detectors: [envDetector] });

  return {
    tracer(service) {
      const resource = given.merge(resourceFromAttributes({ 'service.name': `lyceum-${service}` }));
      const provider = new TracerProvider({ resource, sampler, spanProcessors: [processor] });
      return createTracer(recordWith(provider.getTracer('lyceum')));
    },
    async stop() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<'late'>((resolve) => {
        timer = setTimeout(() => resolve('late'), stopWithinMs);
      });
      const ended = processor.shutdown().catch((error) => log.warn({ err: error }, 'the last spans were not exported'));
      if ((await Promise.race([ended, late])) === 'late')
        log.warn({ url }, 'the collector is too slow: the last spans were dropped');
      clearTimeout(timer);
    },
  };
}
