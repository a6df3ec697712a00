import { decodeCursor, encodeCursor } from './connection.ts';
import { badCursor } from './errors.ts';

/**
 * A position in a live feed, from which clients can resume.
 * @param feed identifies the feed in the graph; other feeds refuse the cursor
 * @param version of the last entry seen
 */
export function encodeFeedCursor(feed: string, version: number): string {
  return encodeCursor(`${feed}:${version}`);
}

/**
 * The version in a cursor of this feed; null without a cursor.
 * @throws BAD_CURSOR if it is not a cursor, or one of another feed
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
