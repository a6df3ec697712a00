import type { Consumer } from './consumer.ts';
import type { ConsumerContext } from './dispatch.ts';
import { takeUpParked } from './parked.ts';
import { ensurePartitions } from './partitions.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** What has to be looked after while a subgraph runs for months. */
export interface Maintenance {
  /** Ends after the look in hand. */
  stop(): Promise<void>;
}

/**
 * Makes the partitions of the months to come every day. And every minute takes up what was parked and is known: during an upgrade a
 * process of the former release may still park events after this one has started.
 */
export function startMaintenance(
  context: ConsumerContext,
  consumers: readonly Consumer[],
  every: { partitionsMs: number; parkedMs: number } = { partitionsMs: dayMs, parkedMs: minuteMs },
): Maintenance {
  const { dataSource, log } = context;
  const repeated = [
    repeat(every.partitionsMs, () => ensurePartitions(dataSource, new Date()), onError('could not make partitions')),
    repeat(every.parkedMs, () => takeUpParked(context, consumers), onError('could not take up parked events')),
  ];
  function onError(what: string) {
    return (err: unknown) => log.warn({ err }, `${what}; tried again later`);
  }
  return {
    async stop() {
      await Promise.all(repeated.map((stop) => stop()));
    },
  };
}

/** Runs work again and again, a while after the last time has ended. */
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
