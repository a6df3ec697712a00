import { UnknownPosition } from '@lyceum/live';
import { isTraceparent } from '@lyceum/telemetry';
import { badCursor } from './errors.ts';
import { mapStream } from './stream.ts';

/** A source event of a subscription, as returned by a resolver's `subscribe`, with the trace of its change. */
export type FeedEvent<Field extends string, Entry> = Readonly<Record<Field, Entry>> & { readonly traceparent?: string };

/**
 * The entries of a live feed as source events of a subscription field. Each is pushed within the trace of its change.
 * @param isLast whether an entry is the final one: the subscription completes after it
 * @example subscribe: async (…) => feedEvents('gradeChanged', await gradeService.follow(…))
 */
export function feedEvents<Field extends string, Entry extends { readonly traceparent?: string | undefined }>(
  field: Field,
  entries: AsyncIterableIterator<Entry>,
  isLast: (entry: Entry) => boolean = () => false,
): AsyncIterableIterator<FeedEvent<Field, Entry>> {
  return mapStream(entries, {
    map: (entry) => ({ value: toEvent(field, entry), last: isLast(entry) }),
    refused: (error) => (error instanceof UnknownPosition ? badCursor() : error),
  });
}

function toEvent<Field extends string, Entry extends { readonly traceparent?: string | undefined }>(
  field: Field,
  entry: Entry,
): FeedEvent<Field, Entry> {
  const { traceparent } = entry;
  return { [field]: entry, ...(traceparent && { traceparent }) } as FeedEvent<Field, Entry>;
}

/** The trace of a source event. */
export function traceparentOf(event: unknown): string | undefined {
  const { traceparent } = (event ?? {}) as { traceparent?: unknown };
  return typeof traceparent === 'string' && isTraceparent(traceparent) ? traceparent : undefined;
}
