import type { Logger } from '@lyceum/telemetry';

export interface JobRunnerOptions<Claimed> {
  /** Claims the next job for this instance; undefined if there is none. */
  claim(): Promise<Claimed | undefined>;
  /** Works on a job until it is done or the signal aborts. Its errors are logged: the job stays as `run` left it. */
  run(job: Claimed, signal: AbortSignal): Promise<void>;
  readonly log: Pick<Logger, 'error'>;
  /** Maximum number of concurrent jobs here. */
  readonly workers?: number;
  /** Polling interval: finds the jobs of crashed instances, and those for which another instance was woken. */
  readonly lookEveryMs?: number;
}

/** Runs jobs as they arrive. `wake` signals that there may be one; spurious and missing wake-ups are harmless. */
export class JobRunner<Claimed> {
  private readonly stopping = new AbortController();
  private readonly running = new Set<Promise<void>>();
  private readonly loop: Promise<void>;
  private isAwake = true;
  private wakeUp: () => void = () => undefined;

  constructor(private readonly options: JobRunnerOptions<Claimed>) {
    this.loop = this.look();
  }

  wake(): void {
    this.isAwake = true;
    this.wakeUp();
  }

  /** Claims no more jobs, and resolves when the running ones have stopped. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wakeUp();
    await this.loop;
    await Promise.all(this.running);
  }

  private async look(): Promise<void> {
    const { log, workers = 2 } = this.options;
    const { signal } = this.stopping;
    while (!signal.aborted) {
      this.isAwake = false;
      try {
        while (this.running.size < workers && !signal.aborted && (await this.startNext()));
      } catch (error) {
        log.error({ err: error }, 'could not claim a job; will retry');
      }
      if (!this.isAwake && !signal.aborted) await this.wakeOrTime();
    }
  }

  private async startNext(): Promise<boolean> {
    const job = await this.options.claim();
    if (job === undefined) return false;
    const run = this.options
      .run(job, this.stopping.signal)
      .catch((error: unknown) => this.options.log.error({ err: error }, 'a job failed'))
      .finally(() => {
        this.running.delete(run);
        this.wake();
      });
    this.running.add(run);
    return true;
  }

  private wakeOrTime(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.options.lookEveryMs ?? 1_000);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
