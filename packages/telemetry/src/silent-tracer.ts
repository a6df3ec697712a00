import { currentRequest, runInRequest } from './current-request.ts';
import { requestScope } from './request-scope.ts';
import { newTraceparent } from './trace-context.ts';
import type { Span, Tracer } from './tracer.ts';

const nothing = {
  rename: () => undefined,
  set: () => undefined,
  event: () => undefined,
  fail: () => undefined,
  end: () => undefined,
};

/** Records nothing. Contexts are passed on as they came, and work that no trace led to begins one. */
export const silentTracer: Tracer = {
  start(_name, { scope } = {}): Span {
    const cause = scope ?? currentRequest();
    return {
      ...nothing,
      traceparent: cause?.traceparent,
      run(work) {
        if (!cause?.traceparent)
          return runInRequest({ ...requestScope({}), ...cause, traceparent: newTraceparent() }, work);
        return cause === currentRequest() ? work() : runInRequest(cause, work);
      },
    };
  },
  async span(name, options, work) {
    const span = silentTracer.start(name, options);
    return span.run(() => work(span));
  },
};
