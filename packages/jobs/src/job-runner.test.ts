import { JobRunner } from './job-runner.ts';

/** Jobs that a test adds and ends explicitly. */
function createWork() {
  const waiting: string[] = [];
  const ends = new Map<string, () => void>();
  const logged: unknown[] = [];
  const aborted: string[] = [];
  let started: () => void = () => undefined;
  return {
    waiting,
    logged,
    aborted,
    at: ends,
    end: (job: string) => ends.get(job)?.(),
    /** Resolves when the next job starts. */
    nextStart: () =>
      new Promise<void>((resolve) => {
        started = resolve;
      }),
    options: {
      claim: async () => waiting.shift(),
      run: (job: string, signal: AbortSignal) =>
        new Promise<void>((resolve, reject) => {
          const end = () => {
            ends.delete(job);
            if (job.startsWith('bad')) reject(new Error(job));
            else resolve();
          };
          ends.set(job, end);
          signal.addEventListener('abort', () => {
            aborted.push(job);
            end();
          });
          started();
        }),
      log: { error: (entry: unknown) => void logged.push(entry) },
      lookEveryMs: 1_000_000,
    },
  };
}

describe('the job runner', () => {
  it('runs jobs when woken, as many concurrently as there are workers', async () => {
    const work = createWork();
    const runner = new JobRunner({ ...work.options, workers: 2 });
    work.waiting.push('a', 'b', 'c');
    const both = work.nextStart();
    runner.wake();
    await both;
    await new Promise((resolve) => setImmediate(resolve));
    expect([...work.at.keys()]).toEqual(['a', 'b']);
    const third = work.nextStart();
    work.end('a');
    await third;
    expect([...work.at.keys()]).toEqual(['b', 'c']);
    await runner.stop();
  });

  it('finds jobs without a wake-up', async () => {
    const work = createWork();
    const runner = new JobRunner({ ...work.options, lookEveryMs: 1 });
    const start = work.nextStart();
    work.waiting.push('a');
    await start;
    await runner.stop();
  });

  it('continues after a failed job, and after a failed claim', async () => {
    const work = createWork();
    let claims = 0;
    const claim = async () => {
      claims += 1;
      if (claims === 1) throw new Error('no database');
      return work.options.claim();
    };
    const runner = new JobRunner({ ...work.options, claim, lookEveryMs: 1 });
    work.waiting.push('bad', 'good');
    while (work.at.size < 2) await work.nextStart();
    work.end('bad');
    work.end('good');
    await runner.stop();
    expect(work.logged).toEqual([
      { err: expect.objectContaining({ message: 'no database' }) },
      { err: expect.objectContaining({ message: 'bad' }) },
    ]);
  });

  it('aborts running jobs, waits for them, and starts no other', async () => {
    const work = createWork();
    const runner = new JobRunner({ ...work.options, workers: 1 });
    work.waiting.push('a', 'b');
    const start = work.nextStart();
    runner.wake();
    await start;
    await runner.stop();
    expect(work.aborted).toEqual(['a']);
    expect(work.waiting).toEqual(['b']);
  });
});
