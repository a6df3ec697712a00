import { CreateEventTables1764000000000 } from './create-event-tables.ts';
import { ExtendDeadLetters1764000000001 } from './extend-dead-letters.ts';

/** The tables by which a subgraph tells others what happened, and hears from them once: in every database, before its own. */
export const eventMigrations = [CreateEventTables1764000000000, ExtendDeadLetters1764000000001] as const;
