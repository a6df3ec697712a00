import { createLoopLoad } from './loop-load.ts';

describe('the load of the event loop', () => {
  it('is measured once in a tenth of a second, however often it is asked for', () => {
    let time = 0;
    let measured = 0;
    const load = createLoopLoad(
      () => {
        measured += 1;
        return measured / 10;
      },
      () => time,
    );
    expect(load()).toBe(0);
    time = 99;
    expect(load()).toBe(0);
    time = 100;
    expect([load(), load()]).toEqual([0.1, 0.1]);
    time = 200;
    expect(load()).toBe(0.2);
    expect(measured).toBe(2);
  });

  it('is high while the process works without a pause', async () => {
    let time = 0;
    const load = createLoopLoad(undefined, () => time);
    const until = performance.now() + 50;
    while (performance.now() < until);
    await new Promise((resolve) => setImmediate(resolve));
    time = 100;
    expect(load()).toBeGreaterThan(0.3);
  });
});
