import { JobRunner } from './job-runner.ts';

/** Jobs that a test adds and ends by hand. */
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
    /** Resolves when the next job begins. */
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

describe('the runner of jobs', () => {
  it('begins what it is woken for, as many at a time as there are workers', async () => {
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

  it('finds jobs that it was not told of', async () => {
    const work = createWork();
    const runner = new JobRunner({ ...work.options, lookEveryMs: 1 });
    const start = work.nextStart();
    work.waiting.push('a');
    await start;
    await runner.stop();
  });

  it('goes on after a job that fails, and after a claim that fails', async () => {
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

  it('tells running jobs to stop, waits for them, and begins no other', async () => {
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
