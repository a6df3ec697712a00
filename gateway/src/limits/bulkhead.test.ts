import { setImmediate as turn } from 'node:timers/promises';
import { Bulkhead } from './bulkhead.ts';

/** Work that ends on request. */
function task() {
  const state = { begun: false, end: () => {} };
  const work = () => {
    state.begun = true;
    return new Promise<void>((resolve) => {
      state.end = resolve;
    });
  };
  return { state, work };
}

const options = { running: () => 2, waiting: 2, waitMs: 60_000 };

describe('a bulkhead', () => {
  it('limits the concurrent operations of one person, and queues the others', async () => {
    const bulkhead = new Bulkhead(options);
    const tasks = [task(), task(), task(), task()];
    const all = tasks.map(({ work }) => bulkhead.run('a', work));
    await turn();
    expect(tasks.map(({ state }) => state.begun)).toEqual([true, true, false, false]);
    tasks[1]?.state.end();
    await turn();
    expect(tasks.map(({ state }) => state.begun)).toEqual([true, true, true, false]);
    tasks[0]?.state.end();
    tasks[2]?.state.end();
    await turn();
    tasks[3]?.state.end();
    await expect(Promise.all(all)).resolves.toHaveLength(4);
  });

  it('lets others in whatever one person sends', async () => {
    const bulkhead = new Bulkhead(options);
    const burst = [task(), task(), task()];
    const all = burst.map(({ work }) => bulkhead.run('a', work));
    const other = task();
    const done = bulkhead.run('b', other.work);
    await turn();
    expect(other.state.begun).toBe(true);
    other.state.end();
    await done;
    for (const { state } of burst) {
      state.end();
      await turn();
    }
    await Promise.all(all);
  });

  it('refuses what would wait behind too much, and what waits too long', async () => {
    const bulkhead = new Bulkhead({ ...options, waitMs: 10 });
    const tasks = [task(), task(), task(), task(), task()];
    const all = tasks.map(({ work }) => bulkhead.run('a', work));
    await expect(all[4]).rejects.toMatchObject({ extensions: { code: 'BUSY', http: { status: 503 } } });
    await expect(all[2]).rejects.toMatchObject({ extensions: { code: 'BUSY' } });
    await expect(all[3]).rejects.toMatchObject({ extensions: { code: 'BUSY' } });
    for (const { state } of tasks.slice(0, 2)) state.end();
    await Promise.all(all.slice(0, 2));
    expect(tasks.slice(2).map(({ state }) => state.begun)).toEqual([false, false, false]);
  });

  it('goes on after work that fails', async () => {
    const bulkhead = new Bulkhead({ ...options, running: () => 1 });
    const failing = bulkhead.run('a', () => Promise.reject(new Error('no')));
    const next = bulkhead.run('a', async () => 'done');
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('done');
  });

  it('runs fewer at once when there is room for fewer, and more when there is room again', async () => {
    let room = 3;
    const bulkhead = new Bulkhead({ ...options, running: () => room, waiting: 10 });
    const tasks = Array.from({ length: 6 }, task);
    const all = tasks.map(({ work }) => bulkhead.run('a', work));
    const begun = () => tasks.filter(({ state }) => state.begun).length;
    async function end(index: number): Promise<void> {
      tasks[index]?.state.end();
      await turn();
    }
    await turn();
    expect(begun()).toBe(3);
    room = 1;
    await end(0);
    await end(1);
    expect(begun()).toBe(3);
    await end(2);
    expect(begun()).toBe(4);
    room = 2;
    await end(3);
    expect(begun()).toBe(6);
    await end(4);
    await end(5);
    await Promise.all(all);
  });
});
