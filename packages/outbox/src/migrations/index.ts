import { CreateEventTables1764000000000 } from './create-event-tables.ts';
import { ExtendDeadLetters1764000000001 } from './extend-dead-letters.ts';

/** The migrations of the event tables, which run in every database before its own. */
export const eventMigrations = [CreateEventTables1764000000000, ExtendDeadLetters1764000000001] as const;
