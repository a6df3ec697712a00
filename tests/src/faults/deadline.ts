/** The time that a trial has. Whoever waits in it says what for, so that a trial that takes too long can tell. */
export class Deadline {
  private readonly waits = new Set<{ readonly what: string; readonly since: number }>();
  private readonly over = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private readonly passed: Promise<never>;

  constructor(withinMs: number) {
    this.timer = setTimeout(() => this.end(new Error(this.explain(withinMs))), withinMs);
    this.passed = new Promise((_resolve, reject) => {
      this.signal.addEventListener('abort', () => reject(this.signal.reason));
    });
    this.passed.catch(() => undefined);
  }

  /** Aborts when the time is over, or the trial. */
  get signal(): AbortSignal {
    return this.over.signal;
  }

  /** @throws {Error} as soon as the time is over, with everything that was waited for; the work goes on unless it heeds `signal` */
  async wait<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
    this.signal.throwIfAborted();
    const entry = { what, since: performance.now() };
    this.waits.add(entry);
    try {
      return await Promise.race([work(), this.passed]);
    } finally {
      this.waits.delete(entry);
    }
  }

  /** Ends whatever still goes on in it. */
  end(reason = new Error('the trial is over')): void {
    clearTimeout(this.timer);
    this.over.abort(reason);
  }

  private explain(withinMs: number): string {
    const now = performance.now();
    const waits = [...this.waits].map(({ what, since }) => `${what} (for ${inSeconds(now - since)})`);
    return `The trial was ended after ${inSeconds(withinMs)}. It waited for ${waits.join(' and ') || 'nothing'}.`;
  }
}

function inSeconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}
