import { AsyncVariable } from '@lyceum/async-variable';
import type { RequestScope } from './request-scope.ts';
import type { Span } from './tracer.ts';

/** A scope, and the span that opened it, if any. */
interface Entry {
  readonly scope: RequestScope;
  readonly span: Span | undefined;
}

const current = new AsyncVariable<Entry>();

/** Runs work in a request's scope. */
export function runInRequest<Result>(scope: RequestScope, work: () => Result): Result {
  return current.run({ scope, span: undefined }, work);
}

/** Runs work in the scope of a span. */
export function runInSpan<Result>(span: Span, scope: RequestScope, work: () => Result): Result {
  return current.run({ scope, span }, work);
}

/** Runs work that belongs to no request, regardless of the caller. */
export function runOutsideRequests<Result>(work: () => Result): Result {
  return current.run(undefined, work);
}

/** The request of the running code, if any. */
export function currentRequest(): RequestScope | undefined {
  return current.value?.scope;
}

/** The current span; undefined outside spans, and if none are exported. */
export function currentSpan(): Span | undefined {
  return current.value?.span;
}
