import type { AttemptId } from '@lyceum/contracts';
import type { Logger } from '@lyceum/telemetry';
import type { AttemptService } from './attempt.service.ts';

const everyMs = 1_000;
/** Seconds until closing a failed attempt is retried; doubles each time. */
const retrySeconds = { first: 2, longest: 300 } as const;

interface SetAside {
  readonly until: number;
  readonly seconds: number;
}

/**
 * Closes attempts at their deadline, for learners who do not come back. One that cannot be closed is retried later and
 * does not delay others. Several instances may watch, since each attempt is locked.
 */
export function watchDeadlines(
  service: Pick<AttemptService, 'findExpired' | 'closeExpired'>,
  log: Pick<Logger, 'error'>,
): { stop(): Promise<void> } {
  const aside = new Map<AttemptId, SetAside>();
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  async function close(attemptId: AttemptId): Promise<void> {
    try {
      await service.closeExpired(attemptId);
      aside.delete(attemptId);
    } catch (error) {
      const seconds = Math.min(2 * (aside.get(attemptId)?.seconds ?? retrySeconds.first / 2), retrySeconds.longest);
      aside.set(attemptId, { seconds, until: Date.now() + seconds * 1_000 });
      log.error({ err: error, attemptId, seconds }, 'could not close an attempt at its deadline; will retry');
    }
  }

  async function look(): Promise<void> {
    while (!stopping) {
      const waiting = [...aside].filter(([, { until }]) => until > Date.now()).map(([attemptId]) => attemptId);
      const expired = await service.findExpired(waiting);
      if (expired.length === 0) return;
      for (const attemptId of expired) if (!stopping) await close(attemptId);
    }
  }

  function schedule(): void {
    if (stopping) return;
    timer = setTimeout(() => {
      running = look()
        .catch((error: unknown) => log.error({ err: error }, 'could not query attempts at their deadline; will retry'))
        .then(schedule);
    }, everyMs);
  }

  schedule();
  return {
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await running;
    },
  };
}
