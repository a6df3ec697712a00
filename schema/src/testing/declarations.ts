import { defineEvent, EventEnvelope } from '@lyceum/contracts';
import { z } from 'zod';
import type { EventDeclarations } from '../events/generate.ts';

export const payload = z.object({ bookId: z.uuid().brand<'BookId'>(), title: z.string() });

export const BookLent = defineEvent({
  type: 'library.book.lent.v1',
  description: 'A book has been lent.',
  key: 'bookId',
  payload,
});

/** A small catalogue: one event, on one topic of three partitions. */
export const library: EventDeclarations = {
  events: [BookLent],
  topics: [{ name: 'library.book', partitions: 3, retentionMs: -1 }],
  envelope: EventEnvelope,
  version: '1.2.3',
};
