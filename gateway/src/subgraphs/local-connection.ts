import type { LocalSubgraph } from '@lyceum/subgraph';
import type { FormattedExecutionResult } from 'graphql';
import { letOthersRun } from '../limits/let-others-run.ts';
import type { SubgraphConnection } from './subgraph-connection.ts';
import { liveConnectionBroke, SubgraphFault, timedOut, unavailable } from './subgraph-fault.ts';
import { withTimeout } from './with-timeout.ts';

type Events = AsyncIterableIterator<FormattedExecutionResult>;

/** A subgraph in this process: no HTTP, no signature, the same deadline and the same errors. */
export function connectLocally(subgraph: LocalSubgraph, options: { deadlineMs: number }): SubgraphConnection {
  const { name } = subgraph;
  const { deadlineMs } = options;
  const late = () => timedOut(name, deadlineMs);
  const asFault = (error: unknown) => (error instanceof SubgraphFault ? error : unavailable(name, error));

  return {
    name,
    async execute(operation, caller, { signal, remainingMs }) {
      const timeoutMs = Math.min(deadlineMs, remainingMs);
      const run = async () => {
        // Between planning and executing, as with HTTP.
        await letOthersRun();
        signal.throwIfAborted();
        return subgraph.execute(operation, caller, { signal, timeoutMs });
      };
      try {
        return await withTimeout(run(), deadlineMs, late, signal);
      } catch (error) {
        throw asFault(error);
      }
    },
    subscribe(operation, caller, sink) {
      let ended = false;
      let events: Events | undefined;

      async function open(): Promise<void> {
        const opening = subgraph.subscribe(operation, caller);
        const opened = await withTimeout(opening, deadlineMs, late).catch((error) => {
          opening.then(endIfStream, () => undefined);
          throw asFault(error);
        });
        if (ended) return endIfStream(opened);
        if (!isStream(opened)) return sink.fail(opened.errors ?? [unavailable(name)]);
        events = opened;
        for (;;) {
          const event = await events.next();
          if (ended) return;
          if (event.done) return sink.complete();
          sink.next(event.value);
        }
      }

      open().catch((error) => {
        if (ended) return;
        sink.fail([error instanceof SubgraphFault ? error : liveConnectionBroke(name, error)]);
      });
      return () => {
        ended = true;
        if (events) endIfStream(events);
      };
    },
    checkHealth: () => withTimeout(subgraph.checkHealth(), deadlineMs, late),
    async close() {},
  };
}

function isStream(opened: Events | FormattedExecutionResult): opened is Events {
  return Symbol.asyncIterator in opened;
}

function endIfStream(opened: Events | FormattedExecutionResult): void {
  if (isStream(opened)) opened.return?.().catch(() => undefined);
}
