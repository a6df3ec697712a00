import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes, randomUUID } from 'node:crypto';

/** What follows a request through every call, log line and event that it causes. */
export interface RequestScope {
  readonly requestId: string;
  /** W3C trace context, `00-<trace id>-<span id>-<flags>`. */
  readonly traceparent: string;
}

const storage = new AsyncLocalStorage<RequestScope>();

/** Runs work inside a request's scope. */
export function runInRequest<Result>(scope: RequestScope, work: () => Result): Result {
  return storage.run(scope, work);
}

/** The request that the running code belongs to, if any. */
export function currentRequest(): RequestScope | undefined {
  return storage.getStore();
}

const acceptedRequestId = /^[\w.:-]{1,128}$/;
const acceptedTraceparent = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The scope of an incoming request: its own id and trace where they are well formed, new ones otherwise. */
export function requestScope(given: {
  requestId?: string | undefined;
  traceparent?: string | undefined;
}): RequestScope {
  return {
    requestId: given.requestId && acceptedRequestId.test(given.requestId) ? given.requestId : randomUUID(),
    traceparent:
      given.traceparent && acceptedTraceparent.test(given.traceparent)
        ? given.traceparent
        : `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`,
  };
}
