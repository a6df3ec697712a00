import { setImmediate } from 'node:timers/promises';
import { Turns } from './turns.ts';

describe('turns', () => {
  it('take up 200 results at once, and the rest in portions, in order', async () => {
    const turns = new Turns();
    const taken: number[] = [];
    const takeUp = async (result: number) => {
      await turns.take();
      taken.push(result);
    };
    const all = Promise.all(Array.from({ length: 500 }, (_, index) => takeUp(index)));
    const counts: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      await null;
      await null;
      counts.push(taken.length);
      await setImmediate();
    }
    await all;
    expect(counts).toEqual([200, 400, 500]);
    expect(taken).toEqual(Array.from({ length: 500 }, (_, index) => index));
  });

  it('do not make a result wait where few arrive together', async () => {
    const turns = new Turns();
    for (let turn = 0; turn < 3; turn += 1) {
      for (let result = 0; result < 200; result += 1) expect(turns.take()).toBeUndefined();
      await setImmediate();
    }
  });
});
