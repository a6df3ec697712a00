import { createWatch } from './watch.ts';

describe('the watch over a consumer', () => {
  const minute = 60_000;

  it('is content while nothing waits, however long', () => {
    const watch = createWatch(minute);
    for (const at of [0, minute, 10 * minute]) expect(watch.observe({ waiting: 0, calls: 0, at })).toBe('fine');
  });

  it('is content while handlers are called, also where they fail', () => {
    const watch = createWatch(minute);
    for (const calls of [1, 2, 3]) expect(watch.observe({ waiting: 5, calls, at: calls * minute })).toBe('fine');
  });

  it('has the consumer rebuilt after a minute without a call, and gives up after another', () => {
    const watch = createWatch(minute);
    const seen = [0, 59_999, minute, minute + 1, 2 * minute].map((at) => watch.observe({ waiting: 1, calls: 7, at }));
    expect(seen).toEqual(['fine', 'fine', 'rebuild', 'fine', 'fatal']);
  });

  it('starts over when the recreated consumer has made progress', () => {
    const watch = createWatch(minute);
    const seen = [
      { waiting: 1, calls: 7, at: 0 },
      { waiting: 1, calls: 7, at: minute },
      { waiting: 1, calls: 8, at: minute + 1 },
      { waiting: 1, calls: 8, at: 2 * minute + 1 },
    ];
    expect(seen.map(watch.observe)).toEqual(['fine', 'rebuild', 'fine', 'rebuild']);
  });
});
