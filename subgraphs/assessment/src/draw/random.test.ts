import { createRandom, deriveSeed, hash128 } from './random.ts';

describe('random numbers', () => {
  it('are a stable sequence for each seed', () => {
    const sequence = (seed: string) => {
      const random = createRandom(seed);
      return Array.from({ length: 4 }, () => random.nextUint32());
    };
    expect(sequence('')).toEqual([2420727049, 3315390910, 31621017, 4095259433]);
    expect(sequence('attempt 1')).toEqual([854336753, 2564528079, 2640409348, 568715787]);
    expect(sequence('Prüfung 🎲')).toEqual([1113217328, 2001044033, 2536891664, 2827578002]);
  });

  it('derive stable seeds, distinct for each part and seed', () => {
    expect(deriveSeed('attempt 1', 'item/a')).toBe('9a92520788d5ba5c9f475847d5b47865');
    const seeds = [deriveSeed('a', 'b/c'), deriveSeed('a/b', 'c'), deriveSeed('a', 'c'), deriveSeed('b', 'c')];
    expect(new Set(seeds).size).toBe(seeds.length);
    expect(hash128('a')).not.toEqual(hash128('b'));
  });

  it('below a bound are equally frequent', () => {
    const random = createRandom('frequency');
    const counts = new Array<number>(6).fill(0);
    for (let roll = 0; roll < 60_000; roll++) {
      const value = random.below(6);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    // 0.999 quantile of chi-square with 5 degrees of freedom.
    expect(chiSquare).toBeLessThan(20.52);
  });

  it('respect the smallest and the largest bound', () => {
    const random = createRandom('bounds');
    expect(random.below(1)).toBe(0);
    expect(random.below(2 ** 32)).toBeGreaterThan(2 ** 16);
  });
});
