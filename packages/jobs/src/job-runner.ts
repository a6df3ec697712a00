import type { Logger } from '@lyceum/telemetry';

export interface JobRunnerOptions<Claimed> {
  /** Takes the next job for this instance; undefined where there is none. */
  claim(): Promise<Claimed | undefined>;
  /** Works on a job until it is done or the signal aborts. What it throws is logged: the job stays as `run` left it. */
  run(job: Claimed, signal: AbortSignal): Promise<void>;
  readonly log: Pick<Logger, 'error'>;
  /** How many jobs run here at a time. */
  readonly workers?: number;
  /** Looks for jobs at least this often: for those of instances that died, and those that another one was told of. */
  readonly lookEveryMs?: number;
}

/** Runs jobs as they come. `wake` says that there may be one; it may be called in vain, and jobs are found without it too. */
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

  /** Claims nothing more, and resolves when the jobs at work have put down what they had in hand. */
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
        log.error({ err: error }, 'could not look for jobs; trying again');
      }
      if (!this.isAwake && !signal.aborted) await this.wakeOrTime();
    }
  }

  private async startNext(): Promise<boolean> {
    const job = await this.options.claim();
    if (job === undefined) return false;
    const run = this.options
      .run(job, this.stopping.signal)
      .catch((error: unknown) => this.options.log.error({ err: error }, 'a job stopped'))
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
