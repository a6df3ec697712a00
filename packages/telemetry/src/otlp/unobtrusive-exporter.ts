import { ExportResultCode } from '@opentelemetry/core';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import { runOutsideRequests } from '../current-request.ts';
import type { Logger } from '../logger.ts';

const quietMs = 60_000;

/**
 * Exports outside the request that ended the last span of a batch. Logs failures at most once a minute, with the number
 * of spans lost since the last message.
 */
export function unobtrusive(exporter: SpanExporter, log: Logger, now: () => number = Date.now): SpanExporter {
  let lost = 0;
  let toldAt = Number.NEGATIVE_INFINITY;

  function tell(error: Error | undefined, spans: number): void {
    lost += spans;
    if (now() - toldAt < quietMs) return;
    log.warn(
      { err: error, lost },
      'spans could not be exported and were dropped: is the collector of OTEL_EXPORTER_OTLP_ENDPOINT running?',
    );
    toldAt = now();
    lost = 0;
  }

  return {
    export(spans, done) {
      runOutsideRequests(() =>
        exporter.export(spans, ({ code, error }) => {
          if (code !== ExportResultCode.SUCCESS) tell(error, spans.length);
          done({ code: ExportResultCode.SUCCESS });
        }),
      );
    },
    shutdown: () => exporter.shutdown(),
    ...(exporter.forceFlush && { forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve() }),
  };
}
