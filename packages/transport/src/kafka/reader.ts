import { setTimeout as sleep } from 'node:timers/promises';
import type { TransportObserver } from '../observer.ts';
import type { Administration } from './admin.ts';
import { openSession, type SessionOptions } from './session.ts';
import { createWatch } from './watch.ts';

/** Reads topics for one subscription, creating a new consumer whenever one fails. */
export interface Reader {
  /** Compares waiting with handled events, reports the lag, and recreates a stuck consumer. */
  check(): Promise<'fine' | 'rebuild' | 'fatal'>;
  /** @returns the id of the group that it left */
  stop(): Promise<string>;
}

const restart = { firstMs: 200, longestMs: 2_000 };

export function startReader(
  options: Omit<SessionOptions, 'groupId'> & {
    readonly group: string;
    /**
     * Called before each consumer: one that tracks its own positions need not wait for its dead predecessor to leave
     * the group.
     */
    readonly chooseGroupId: () => string;
    readonly administration: Administration;
    readonly observer: TransportObserver;
  },
): Reader {
  const { group, chooseGroupId, topics, positions, timing, log, administration, observer } = options;
  const stopped = new AbortController();
  const watch = createWatch(timing.stuckAfterMs);
  let calls = 0;
  let stuck: (reason: Error) => void = () => undefined;

  const handle: SessionOptions['handle'] = async (...records) => {
    try {
      return await options.handle(...records);
    } finally {
      calls += 1;
    }
  };
  const open = () => {
    groupId = chooseGroupId();
    return openSession({ ...options, groupId, handle });
  };
  let groupId = '';
  let session = open();
  const stop = new Promise<undefined>((resolve) => {
    stopped.signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });

  async function run(): Promise<void> {
    let wait = restart.firstMs;
    for (;;) {
      const isStuck = new Promise<Error>((resolve) => {
        stuck = resolve;
      });
      const callsBefore = calls;
      const reason = await Promise.race([stop, session.failed, isStuck]);
      await session.close();
      if (reason === undefined) return;
      observer.rebuilt('consumer');
      wait = calls > callsBefore ? restart.firstMs : Math.min(wait * 2, restart.longestMs);
      log.warn({ err: reason, group: groupId, topics, wait }, 'the consumer failed and is recreated');
      await sleep(wait, undefined, { signal: stopped.signal }).catch(() => undefined);
      if (stopped.signal.aborted) return;
      session = open();
    }
  }

  async function countWaiting(): Promise<number> {
    const mine = session.assignment();
    const committed = positions ? null : await committedOffsets(administration, groupId, topics);
    let all = 0;
    for (const topic of topics) {
      const offsets = await administration.ask((admin) => admin.fetchTopicOffsets(topic));
      let waiting = 0;
      for (const { partition, high, low } of offsets) {
        if (mine && !mine.get(topic)?.includes(partition)) continue;
        const next = positions?.get(topic)?.get(partition) ?? committed?.get(`${topic}/${partition}`) ?? low;
        const from = BigInt(next) < BigInt(low) ? BigInt(low) : BigInt(next);
        waiting += Math.max(0, Number(BigInt(high) - from));
      }
      observer.lag(group, topic, waiting);
      all += waiting;
    }
    return all;
  }

  const running = run();
  return {
    async check() {
      const verdict = watch.observe({ waiting: await countWaiting(), calls, at: timing.now() });
      if (verdict !== 'fine') {
        stuck(
          new Error(`Events are waiting for ${groupId}, but none was handled for ${timing.stuckAfterMs / 1_000} s.`),
        );
      }
      return verdict;
    },
    async stop() {
      stopped.abort();
      await running;
      return groupId;
    },
  };
}

async function committedOffsets(
  administration: Administration,
  groupId: string,
  topics: readonly string[],
): Promise<Map<string, string>> {
  const committed = await administration.ask((admin) => admin.fetchOffsets({ groupId, topics: [...topics] }));
  return new Map(
    committed.flatMap(({ topic, partitions }) =>
      partitions
        .filter(({ offset }) => offset !== '-1')
        .map(({ partition, offset }): [string, string] => [`${topic}/${partition}`, offset]),
    ),
  );
}
