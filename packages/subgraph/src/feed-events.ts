import { UnknownPosition } from '@lyceum/live';
import { isTraceparent } from '@lyceum/telemetry';
import { badCursor } from './errors.ts';
import { mapStream } from './stream.ts';

/** A source event of a subscription, as a resolver's `subscribe` answers it, with the trace of the change that it tells. */
export type FeedEvent<Field extends string, Entry> = Readonly<Record<Field, Entry>> & { readonly traceparent?: string };

/**
 * The entries of a live feed as source events of a subscription field. Each is pushed as a part of the trace of its change.
 * @param isLast whether nothing comes after an entry: the subscription completes with it
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

/** The trace that a source event belongs to. */
export function traceparentOf(event: unknown): string | undefined {
  const { traceparent } = (event ?? {}) as { traceparent?: unknown };
  return typeof traceparent === 'string' && isTraceparent(traceparent) ? traceparent : undefined;
}
