import { type Caller, mostWritten } from '@lyceum/subgraph';
import type { Identity } from '../context.ts';

/** Milliseconds during which a person's requests wait for the events that the person has caused. */
const keepMs = 10_000;
/** Maximum number of people remembered. */
const mostPeople = 10_000;

/** The events caused by one operation, and by the same person shortly before, as reported by subgraphs. */
export interface Writes {
  /** The caller of a new fetch, with the events that its answer must reflect. */
  tell(caller: Caller): Caller;
  /** Reads the events from a subgraph's answer. */
  note(extensions: Readonly<Record<string, unknown>> | undefined): void;
}

interface Recent {
  readonly written: readonly string[];
  readonly until: number;
}

/**
 * Remembers for some seconds the events that people have caused, so that they read their own writes in every subgraph.
 * It works per gateway process: with several, route a person's requests to the same one.
 */
export class RecentWrites {
  readonly #people = new Map<string, Recent>();
  readonly #operations = new WeakMap<Identity, Writes>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** The events that an operation must see. For an anonymous viewer, only those of the operation itself. */
  of(context: Identity): Writes {
    const known = this.#operations.get(context) ?? this.#begin(context);
    this.#operations.set(context, known);
    return known;
  }

  #begin({ viewer }: Identity): Writes {
    let written = (viewer && this.#writtenBy(viewer.userId)) ?? [];
    return {
      tell: (caller) => (written.length > 0 ? { ...caller, after: written } : caller),
      note: (extensions) => {
        const told = extensions?.written;
        if (!Array.isArray(told) || told.length === 0) return;
        const events = told.map(String);
        written = together(written, events);
        // Merged, because concurrent operations of the person may have reported events in the meantime.
        if (viewer) this.#remember(viewer.userId, together(this.#writtenBy(viewer.userId) ?? [], events));
      },
    };
  }

  #writtenBy(userId: string): readonly string[] | undefined {
    const recent = this.#people.get(userId);
    if (recent && recent.until > this.#now()) return recent.written;
    this.#people.delete(userId);
    return undefined;
  }

  #remember(userId: string, written: readonly string[]): void {
    this.#people.delete(userId);
    this.#people.set(userId, { written, until: this.#now() + keepMs });
    if (this.#people.size <= mostPeople) return;
    for (const longestAgo of this.#people.keys()) {
      this.#people.delete(longestAgo);
      return;
    }
  }
}

/** The latest of both. */
function together(before: readonly string[], now: readonly string[]): readonly string[] {
  return [...before, ...now].slice(-mostWritten);
}
