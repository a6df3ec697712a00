import type { DataSource } from 'typeorm';
import type { Consumer } from './consumer.ts';
import type { WrittenEvent } from './written-events.ts';

/** Milliseconds to wait for this process's own consumers before querying the database. */
const ownConsumersMs = 20;
/** Milliseconds between queries of the inbox: another instance may have applied the event. */
const lookAgainMs = 100;
/** Maximum number of remembered events. */
const mostRemembered = 20_000;

/**
 * Tracks which events the consumers of one database have applied, so that a request can wait for events it has just
 * caused. If this process applies them, a wait needs no statement.
 */
export class AppliedEvents {
  readonly #dataSource: DataSource;
  readonly #consumers: readonly Consumer[];
  readonly #usedTypes: ReadonlySet<string>;
  /** Applied, or waited for in vain: not waited for again. */
  readonly #done = new Set<string>();
  readonly #waiting = new Set<() => void>();

  constructor(dataSource: DataSource, consumers: readonly Consumer[]) {
    this.#dataSource = dataSource;
    this.#consumers = consumers;
    this.#usedTypes = new Set(consumers.flatMap(({ handlers }) => [...handlers.keys()]));
  }

  /** Whether a consumer uses events of a type; others are not waited for. */
  readonly uses = (type: string): boolean => this.#usedTypes.has(type);

  /** Every consumer of this process has settled these events. */
  note(events: readonly { readonly id: string }[]): void {
    for (const { id } of events) this.#remember(id);
    for (const wake of this.#waiting) wake();
  }

  /**
   * Waits until all consumers that use these events have applied them.
   * @returns false on a timeout; later calls do not wait for the same events again
   */
  async until(events: readonly WrittenEvent[], withinMs: number): Promise<boolean> {
    const used = events.filter(({ type }) => this.uses(type));
    const open = () => used.filter(({ id }) => !this.#done.has(id));
    const giveUpAt = Date.now() + withinMs;
    for (let patience = ownConsumersMs; open().length > 0; patience = lookAgainMs) {
      const left = giveUpAt - Date.now();
      if (left <= 0) {
        for (const { id } of open()) this.#remember(id);
        return false;
      }
      await this.#woken(Math.min(patience, left));
      const missing = open();
      if (missing.length > 0) for (const id of await this.#findApplied(missing)) this.#remember(id);
    }
    return true;
  }

  /** Resolves when events were applied here, or on the timeout. */
  #woken(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.#waiting.add(wake);
    });
  }

  /** Events that are in the inbox of every consumer that uses them. */
  async #findApplied(events: readonly WrittenEvent[]): Promise<string[]> {
    const rows: { id: string; consumers: string[] }[] = await this.#dataSource.query(
      `SELECT event_id AS id, array_agg(consumer) AS consumers FROM inbox
       WHERE event_id = ANY($1::uuid[]) AND event_date >= current_date - 1 GROUP BY event_id`,
      [events.map(({ id }) => id)],
    );
    const appliedBy = new Map(rows.map(({ id, consumers }) => [id, new Set(consumers)]));
    return events
      .filter(({ id, type }) =>
        this.#consumers.every(({ name, handlers }) => !handlers.has(type) || appliedBy.get(id)?.has(name)),
      )
      .map(({ id }) => id);
  }

  #remember(id: string): void {
    this.#done.add(id);
    if (this.#done.size <= mostRemembered) return;
    for (const oldest of this.#done) {
      this.#done.delete(oldest);
      return;
    }
  }
}
