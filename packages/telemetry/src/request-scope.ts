import { randomUUID } from 'node:crypto';
import { isTraceparent } from './trace-context.ts';

/** The data that follows a request through its calls, log lines and events. */
export interface RequestScope {
  readonly requestId: string;
  /** W3C trace context, `00-<trace id>-<span id>-<flags>`; without it, the first span starts a trace. */
  readonly traceparent?: string | undefined;
  /** The client's network address, as far as the gateway can determine it. */
  readonly clientAddress?: string | undefined;
}

const acceptedRequestId = /^[\w.:-]{1,128}$/;

/** The scope of an incoming request: its own id and trace if they are well-formed; else a new id, and no trace yet. */
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
