import { batch, byId } from './batch.ts';

describe('batch', () => {
  it('combines the loads of one tick into one call, each key once', async () => {
    const asked: string[][] = [];
    const loader = batch(
      async (keys: readonly string[]) => {
        asked.push([...keys]);
        return new Map(keys.map((key) => [key, key.toUpperCase()]));
      },
      () => null,
    );
    expect(await Promise.all(['a', 'b', 'a'].map((key) => loader.load(key)))).toEqual(['A', 'B', 'A']);
    expect(asked).toEqual([['a', 'b']]);
  });

  it('caches nothing, since a later mutation of the same document may have changed it', async () => {
    let value = 0;
    const loader = batch(
      async () => new Map([['a', ++value]]),
      () => null,
    );
    expect([await loader.load('a'), await loader.load('a')]).toEqual([1, 2]);
  });

  it('distinguishes keys that are not strings', async () => {
    const loader = batch(
      async (keys: readonly { id: number }[]) => new Map(keys.map(({ id }) => [id, id * 2])),
      () => null,
      ({ id }) => id,
    );
    expect(await Promise.all([loader.load({ id: 1 }), loader.load({ id: 1 })])).toEqual([2, 2]);
  });

  it('fails only a missing key that has no default', async () => {
    const loader = batch(
      async () => new Map([['a', 1]]),
      (key: string) => {
        throw new Error(`no ${key}`);
      },
    );
    const [found, missing] = await Promise.allSettled([loader.load('a'), loader.load('b')]);
    expect(found).toMatchObject({ value: 1 });
    expect(missing).toMatchObject({ reason: new Error('no b') });
  });
});

describe('byId', () => {
  it('indexes values', () => {
    const values = [{ id: 'a' }, { id: 'b' }];
    expect(byId(values).get('b')).toEqual({ id: 'b' });
  });
});
