import { type WrittenEvent, writtenEvents } from '@lyceum/outbox';
import type { FormattedExecutionResult } from 'graphql';

/**
 * Reading one's own writes across domains. A subgraph reports in `extensions.written` the events that an operation
 * committed; the gateway passes them, as `Caller.after`, with the same person's next operations to other subgraphs;
 * those apply the events before they answer.
 */

/** The HTTP header of `Caller.after`. */
export const afterHeader = 'x-lyceum-after';

/** Milliseconds that an operation waits at most for the events that its caller has caused. */
export const arriveWithinMs = 2_000;

/** Maximum number of events passed with one operation; the latest count. */
export const mostWritten = 20;

const form = /^([a-z-]+\.[a-z-]+\.[a-z-]+\.v[1-9]\d*)\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/** `course.course.created.v1/01985…`. */
export function formatWritten({ type, id }: WrittenEvent): string {
  return `${type}/${id}`;
}

/**
 * Parses the output of `formatWritten`; skips anything else.
 * @param isWanted filters event types
 */
export function parseWritten(texts: readonly string[], isWanted = (_type: string) => true): WrittenEvent[] {
  return texts.slice(-mostWritten).flatMap((text) => {
    const written = text.trim();
    if (!isWanted(written.slice(0, written.indexOf('/')))) return [];
    const [, type, id] = form.exec(written) ?? [];
    return type && id ? [{ type, id }] : [];
  });
}

/** The extension that reports the events committed by the running operation; empty if there are none. */
export function withWritten(
  extensions: Readonly<Record<string, unknown>> = {},
): Pick<FormattedExecutionResult, 'extensions'> {
  const written = writtenEvents();
  return written.length === 0 ? {} : { extensions: { ...extensions, written: written.map(formatWritten) } };
}
