import type { FormattedExecutionResult } from 'graphql';
import type { SomeError } from '../errors.ts';
import type { EventSink } from '../subgraphs/subgraph-connection.ts';
import { SubscriptionFailed } from './subscription-failed.ts';

/**
 * Queues a subgraph's events in order until the client reads them. Single consumer, which requests one event at a time.
 */
export class EventQueue implements EventSink {
  readonly #events: FormattedExecutionResult[] = [];
  #end: 'complete' | SubscriptionFailed | undefined;
  #wake: (() => void) | undefined;

  get length(): number {
    return this.#events.length;
  }

  next(event: FormattedExecutionResult): void {
    if (this.#end) return;
    this.#events.push(event);
    this.#wake?.();
  }

  fail(errors: readonly SomeError[]): void {
    this.#end ??= new SubscriptionFailed(errors);
    this.#wake?.();
  }

  complete(): void {
    this.#end ??= 'complete';
    this.#wake?.();
  }

  /**
   * The next event; undefined after the last.
   * @throws {SubscriptionFailed} after the last event if the subscription ended with errors
   */
  async take(): Promise<FormattedExecutionResult | undefined> {
    while (this.#events.length === 0 && !this.#end) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const event = this.#events.shift();
    if (event) return event;
    if (this.#end instanceof SubscriptionFailed) throw this.#end;
    return undefined;
  }
}
