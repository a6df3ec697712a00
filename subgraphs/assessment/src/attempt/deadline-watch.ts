import type { Logger } from '@lyceum/telemetry';
import type { AttemptService } from './attempt.service.ts';

const everyMs = 1_000;

/** Closes attempts at their deadline, for learners who do not come back. Several instances may watch: each attempt is locked. */
export function watchDeadlines(service: AttemptService, log: Logger): { stop(): Promise<void> } {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  async function look(): Promise<void> {
    try {
      while (!stopping && (await service.closeExpired()) > 0);
    } catch (error) {
      log.error({ err: error }, 'could not close attempts at their deadline; trying again');
    }
  }
  function schedule(): void {
    if (stopping) return;
    timer = setTimeout(() => {
      running = look().then(schedule);
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
