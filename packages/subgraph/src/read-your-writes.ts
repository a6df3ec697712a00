import { type WrittenEvent, writtenEvents } from '@lyceum/outbox';
import type { FormattedExecutionResult } from 'graphql';

/**
 * Reading one's own writes across domains. A subgraph tells in `extensions.written` which events an operation committed; the
 * gateway hands them on, as `Caller.after`, with whatever the same person asks of other subgraphs next; and those apply the
 * events before they answer.
 */

/** Where `Caller.after` travels over HTTP. */
export const afterHeader = 'x-lyceum-after';

/** Milliseconds that an operation waits, at most, for the events that its caller has caused. */
export const arriveWithinMs = 2_000;

/** Events that are handed on with one operation, at most; the latest count. */
export const mostWritten = 20;

const form = /^([a-z-]+\.[a-z-]+\.[a-z-]+\.v[1-9]\d*)\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/** `course.course.created.v1/01985…`. */
export function formatWritten({ type, id }: WrittenEvent): string {
  return `${type}/${id}`;
}

/**
 * Reads what `formatWritten` wrote; anything else is left out.
 * @param isWanted leaves out other types of event
 */
export function parseWritten(texts: readonly string[], isWanted = (_type: string) => true): WrittenEvent[] {
  return texts.slice(-mostWritten).flatMap((text) => {
    const written = text.trim();
    if (!isWanted(written.slice(0, written.indexOf('/')))) return [];
    const [, type, id] = form.exec(written) ?? [];
    return type && id ? [{ type, id }] : [];
  });
}

/** What tells, as a part of an answer, which events the running operation has committed; empty where it committed none. */
export function withWritten(
  extensions: Readonly<Record<string, unknown>> = {},
): Pick<FormattedExecutionResult, 'extensions'> {
  const written = writtenEvents();
  return written.length === 0 ? {} : { extensions: { ...extensions, written: written.map(formatWritten) } };
}
