import { createTimeSlices } from './time-slices.ts';

describe('a time slice', () => {
  it('continues at once while it lasts, and yields when it is used up', async () => {
    let now = 0;
    const pause = createTimeSlices(() => now);
    expect(pause()).toBeUndefined();
    now = 9.9;
    expect(pause()).toBeUndefined();
    now = 10;
    const order: string[] = [];
    setImmediate(() => order.push('others'));
    await pause();
    order.push('work');
    expect(order).toEqual(['others', 'work']);
    now = 19.9;
    expect(pause()).toBeUndefined();
  });
});
