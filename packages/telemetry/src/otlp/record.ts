import {
  type Attributes as ApiAttributes,
  SpanKind as Kind,
  ROOT_CONTEXT,
  type SpanContext,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { SpanKind, StartRecording } from '../tracer.ts';

const kinds: Record<SpanKind, Kind> = {
  internal: Kind.INTERNAL,
  server: Kind.SERVER,
  client: Kind.CLIENT,
  producer: Kind.PRODUCER,
  consumer: Kind.CONSUMER,
};

/** Records spans with OpenTelemetry, each below its given context. */
export function recordWith(tracer: Tracer): StartRecording {
  return (name, { kind, attributes }, parent) => {
    const context = parent ? trace.setSpanContext(ROOT_CONTEXT, readTraceparent(parent)) : ROOT_CONTEXT;
    const span = tracer.startSpan(name, { kind: kinds[kind], attributes: attributes as ApiAttributes }, context);
    return {
      traceparent: writeTraceparent(span.spanContext()),
      rename: (name) => void span.updateName(name),
      set: (attributes) => void span.setAttributes(attributes as ApiAttributes),
      event: (name, attributes) => void span.addEvent(name, attributes as ApiAttributes | undefined),
      fail(error) {
        if (error instanceof Error) span.recordException(error);
        span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.message : String(error) });
      },
      end: () => span.end(),
    };
  };
}

function readTraceparent(traceparent: string): SpanContext {
  const [, traceId = '', spanId = '', flags = ''] = traceparent.split('-');
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
}

function writeTraceparent({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}
