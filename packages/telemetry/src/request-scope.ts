import { randomUUID } from 'node:crypto';
import { isTraceparent } from './trace-context.ts';

/** What follows a request through every call, log line and event that it causes. */
export interface RequestScope {
  readonly requestId: string;
  /** W3C trace context, `00-<trace id>-<span id>-<flags>`; without it, the first span begins a trace. */
  readonly traceparent?: string | undefined;
  /** The network address that the client has, as far as the gateway can tell. */
  readonly clientAddress?: string | undefined;
}

const acceptedRequestId = /^[\w.:-]{1,128}$/;

/** The scope of something that comes in: its own id and trace where they are well formed; else a new id, and no trace yet. */
export function requestScope(given: {
  requestId?: string | undefined;
  traceparent?: string | undefined;
  clientAddress?: string | undefined;
}): RequestScope {
  const { requestId, traceparent, clientAddress } = given;
  return {
    requestId: requestId && acceptedRequestId.test(requestId) ? requestId : randomUUID(),
    ...(traceparent && isTraceparent(traceparent) ? { traceparent } : {}),
    ...(clientAddress ? { clientAddress } : {}),
  };
}
