import { decodeCursor, encodeCursor } from './connection.ts';
import { badCursor } from './errors.ts';

/**
 * A place in a live feed, for clients to come back to.
 * @param feed names the feed among all of the graph; another feed refuses the cursor
 * @param version of the last entry that was seen
 */
export function encodeFeedCursor(feed: string, version: number): string {
  return encodeCursor(`${feed}:${version}`);
}

/**
 * The version in a cursor of this feed; null where the client named none.
 * @throws BAD_CURSOR where it is no cursor, or one of another feed
 */
export function readFeedCursor(feed: string, cursor: string | null | undefined): number | null {
  if (cursor == null) return null;
  const version = /^(.*):(\d{1,15})$/s.exec(decodeOrRefuse(cursor));
  if (version?.[1] !== feed) throw badCursor();
  return Number(version[2]);
}

function decodeOrRefuse(cursor: string): string {
  try {
    return decodeCursor(cursor);
  } catch {
    throw badCursor();
  }
}
