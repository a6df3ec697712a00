import { type Caller, mostWritten } from '@lyceum/subgraph';
import type { Identity } from '../context.ts';

/** Milliseconds for which what a person asks next is answered after what the person has caused. */
const keepMs = 10_000;
/** People who are remembered at once, at most. */
const mostPeople = 10_000;

/** The events that one operation, and the same person shortly before, has caused, as subgraphs told of them. */
export interface Writes {
  /** The caller of a fetch that begins now, with what its answer must come after. */
  tell(caller: Caller): Caller;
  /** Reads what an answer of a subgraph tells. */
  note(extensions: Readonly<Record<string, unknown>> | undefined): void;
}

interface Recent {
  readonly written: readonly string[];
  readonly until: number;
}

/**
 * Remembers for some seconds what people have caused, so that they read their own writes in every subgraph. It holds for
 * one gateway process: behind several, keep a person's requests on one of them.
 */
export class RecentWrites {
  readonly #people = new Map<string, Recent>();
  readonly #operations = new WeakMap<Identity, Writes>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** What an operation comes after. Somebody who is not signed in reads what the operation itself has caused. */
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
        // Other operations of the person have told theirs in between.
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
