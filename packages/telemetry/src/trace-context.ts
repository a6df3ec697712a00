import { randomBytes } from 'node:crypto';

const wellFormed = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Whether a text is a W3C trace context, `00-<trace id>-<span id>-<flags>`. */
export function isTraceparent(text: string): boolean {
  return wellFormed.test(text);
}

/** The context of a new trace that may be recorded. */
export function newTraceparent(): string {
  return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
}

/** @param traceparent must be well-formed */
export function traceIdOf(traceparent: string): string {
  return traceparent.slice(3, 35);
}
