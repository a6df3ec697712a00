import type { Consumer } from './consumer.ts';
import type { ConsumerContext } from './dispatch.ts';
import { takeUpParked } from './parked.ts';
import { ensurePartitions } from './partitions.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Periodic maintenance of a long-running subgraph. */
export interface Maintenance {
  /** Resolves after the current run. */
  stop(): Promise<void>;
}

/**
 * Creates the partitions of the coming months daily. Every minute, applies parked events whose type is now known:
 * during an upgrade a process of the old release may still park events after this one has started.
 */
export function startMaintenance(
  context: ConsumerContext,
  consumers: readonly Consumer[],
  every: { partitionsMs: number; parkedMs: number } = { partitionsMs: dayMs, parkedMs: minuteMs },
): Maintenance {
  const { dataSource, log } = context;
  const repeated = [
    repeat(every.partitionsMs, () => ensurePartitions(dataSource, new Date()), onError('could not create partitions')),
    repeat(every.parkedMs, () => takeUpParked(context, consumers), onError('could not apply parked events')),
  ];
  function onError(what: string) {
    return (err: unknown) => log.warn({ err }, `${what}; will be retried`);
  }
  return {
    async stop() {
      await Promise.all(repeated.map((stop) => stop()));
    },
  };
}

/** Repeats work, each time a delay after the previous run ended. */
function repeat(everyMs: number, work: () => Promise<void>, onError: (error: unknown) => void): () => Promise<void> {
  let stopped = false;
  let running = Promise.resolve();
  const run = () => {
    running = work()
      .catch(onError)
      .then(() => {
        if (!stopped) timer = setTimeout(run, everyMs);
      });
  };
  let timer = setTimeout(run, everyMs);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
