import { randomUUID } from 'node:crypto';
import { currentRequest, runInSpan } from './current-request.ts';
import { newTraceparent } from './trace-context.ts';
import type { Span, SpanOptions, StartRecording, Tracer } from './tracer.ts';

/** A tracer with recorded spans. */
export function createTracer(startRecording: StartRecording): Tracer {
  function start(name: string, options: SpanOptions = {}): Span {
    const { kind = 'internal', attributes = {}, scope = currentRequest() } = options;
    const given = typeof attributes === 'function' ? attributes() : attributes;
    const recording = startRecording(name, { kind, attributes: given }, scope?.traceparent);
    const span: Span = {
      ...recording,
      run(work) {
        const traceparent = recording.traceparent ?? newTraceparent();
        return runInSpan(span, { requestId: randomUUID(), ...scope, traceparent }, work);
      },
    };
    return span;
  }

  return { start, span: (name, options, work) => during(start(name, options), work) };
}

async function during<Result>(span: Span, work: (span: Span) => Promise<Result>): Promise<Result> {
  try {
    return await span.run(() => work(span));
  } catch (error) {
    span.fail(error);
    throw error;
  } finally {
    span.end();
  }
}
