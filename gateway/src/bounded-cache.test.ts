import { BoundedCache } from './bounded-cache.ts';

describe('a bounded cache', () => {
  it('computes once, and forgets what was not used for longest', () => {
    const cache = new BoundedCache<string, string>(2);
    const computed: string[] = [];
    const get = (key: string) =>
      cache.get(key, () => {
        computed.push(key);
        return key.toUpperCase();
      });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(get(key)).toBe(key.toUpperCase());
    expect(computed).toEqual(['a', 'b', 'c', 'b']);
  });

  it('does not remember what failed', () => {
    const cache = new BoundedCache<string, number>(2);
    const failing = () => {
      throw new Error('not now');
    };
    expect(() => cache.get('a', failing)).toThrow('not now');
    expect(cache.get('a', () => 1)).toBe(1);
  });

  it('forgets the oldest once all together weigh too much', () => {
    const cache = new BoundedCache<string, string>(100);
    const computed: string[] = [];
    const get = (key: string, weight: number) =>
      cache.get(
        key,
        () => {
          computed.push(key);
          return key;
        },
        weight,
      );
    for (const [key, weight] of [
      ['a', 40],
      ['b', 40],
      ['c', 40],
      ['b', 40],
      ['a', 40],
      ['huge', 500],
      ['b', 40],
    ] as const)
      get(key, weight);
    expect(computed).toEqual(['a', 'b', 'c', 'a', 'huge', 'b']);
  });
});
