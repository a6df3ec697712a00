import { setImmediate } from 'node:timers/promises';
import { Turns } from './turns.ts';

describe('turns', () => {
  it('process 2,000 values at once, and the rest in batches, in order', async () => {
    const turns = new Turns();
    const taken: number[] = [];
    const takeUp = async (result: number) => {
      await turns.take(10);
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

  it('process a result that is larger than a turn', async () => {
    const turns = new Turns();
    expect(turns.take(1_000_000)).toBeUndefined();
    await turns.take(1_000_000);
    await turns.take(1);
  });

  it('do not delay results if few arrive together', async () => {
    const turns = new Turns();
    for (let turn = 0; turn < 3; turn += 1) {
      for (let result = 0; result < 200; result += 1) expect(turns.take(10)).toBeUndefined();
      await setImmediate();
    }
  });
});
