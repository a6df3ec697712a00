import type { FormattedExecutionResult } from 'graphql';
import type { EventSink } from '../subgraphs/subgraph-connection.ts';
import { EventQueue } from './event-queue.ts';

/** Maximum number of queued events of one subscription. */
export const longestQueue = 1_000;

/**
 * The events of a subscription, completed one at a time.
 *
 * Not an async generator: its `return()` would wait behind a pending `next()`, and the upstream would stay open after
 * the client has disconnected. Here `return()` ends the upstream immediately and settles the pending `next()`.
 */
export function completedEvents(options: {
  /** Opens the upstream; the returned function ends it. */
  open(sink: EventSink): () => void;
  complete(event: FormattedExecutionResult): Promise<FormattedExecutionResult>;
  /** Called for every queued event. */
  onQueued?(length: number): void;
  /** The last delivered event has been written: the next one is requested, or the subscription has ended. */
  onWritten?(): void;
  onEnd?(): void;
}): AsyncIterableIterator<FormattedExecutionResult> {
  const done = { done: true, value: undefined } as const;
  const queue = new EventQueue();
  let ended = false;
  let answerPending: (() => void) | undefined;

  const closeUpstream = options.open({
    next(event) {
      if (ended) return;
      queue.next(event);
      options.onQueued?.(queue.length);
    },
    fail: (errors) => queue.fail(errors),
    complete: () => queue.complete(),
  });

  function end(): void {
    if (ended) return;
    ended = true;
    closeUpstream();
    options.onWritten?.();
    options.onEnd?.();
  }

  async function nextCompleted(): Promise<IteratorResult<FormattedExecutionResult>> {
    try {
      const event = await queue.take();
      if (event && !ended) return { done: false, value: await options.complete(event) };
      end();
      return done;
    } catch (error) {
      end();
      throw error;
    }
  }

  async function leave(): Promise<IteratorResult<FormattedExecutionResult>> {
    end();
    answerPending?.();
    return done;
  }

  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next() {
      if (ended) return Promise.resolve(done);
      options.onWritten?.();
      return new Promise((resolve, reject) => {
        answerPending = () => resolve(done);
        nextCompleted().then((result) => resolve(ended ? done : result), reject);
      });
    },
    return: leave,
    // graphql-ws recognizes a stream only if it has all three.
    throw: leave,
  };
}
