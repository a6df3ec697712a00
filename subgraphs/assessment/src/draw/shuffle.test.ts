import fc from 'fast-check';
import { createRandom } from './random.ts';
import { shuffle } from './shuffle.ts';

describe('shuffling', () => {
  it('gives the same order for the same seed, permanently', () => {
    expect(shuffle(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], createRandom('attempt 1')).join('')).toBe('afgdcehb');
    expect(shuffle([1, 2, 3, 4, 5], createRandom('attempt 2'))).toEqual([4, 2, 1, 3, 5]);
  });

  it('keeps every item and does not modify the given list', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        const before = [...items];
        const shuffled = shuffle(items, createRandom(seed));
        expect(items).toEqual(before);
        expect(shuffled.toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b));
      }),
    );
  });

  it.each(['one generator', 'a generator for each shuffle'])(
    'gives each order of four equally often, from %s',
    (how) => {
      const shuffles = 24_000;
      const random = createRandom('permutations');
      const counts = new Map<string, number>();
      for (let n = 0; n < shuffles; n++) {
        const source = how === 'one generator' ? random : createRandom(`permutations ${n}`);
        const order = shuffle(['a', 'b', 'c', 'd'], source).join('');
        counts.set(order, (counts.get(order) ?? 0) + 1);
      }
      expect(counts.size).toBe(24);
      const expected = shuffles / 24;
      const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      // 0.999 quantile of chi-square with 23 degrees of freedom.
      expect(chiSquare).toBeLessThan(49.73);
    },
  );
});
