import { AsyncVariable } from '@lyceum/async-variable';
import type { RequestScope } from './request-scope.ts';
import type { Span } from './tracer.ts';

/** A scope, and the span that opened it, if one did. */
interface Entry {
  readonly scope: RequestScope;
  readonly span: Span | undefined;
}

const current = new AsyncVariable<Entry>();

/** Runs work inside a request's scope. */
export function runInRequest<Result>(scope: RequestScope, work: () => Result): Result {
  return current.run({ scope, span: undefined }, work);
}

/** Runs work inside the scope that a span opens. */
export function runInSpan<Result>(span: Span, scope: RequestScope, work: () => Result): Result {
  return current.run({ scope, span }, work);
}

/** Runs work that belongs to no request, whoever began it. */
export function runOutsideRequests<Result>(work: () => Result): Result {
  return current.run(undefined, work);
}

/** The request that the running code belongs to, if any. */
export function currentRequest(): RequestScope | undefined {
  return current.value?.scope;
}

/** The span in whose scope the code runs; undefined outside of spans, and where none are exported. */
export function currentSpan(): Span | undefined {
  return current.value?.span;
}
