import { setImmediate as turn } from 'node:timers/promises';
import { AsyncVariable } from './async-variable.ts';

const one = new AsyncVariable<string>();
const other = new AsyncVariable<number>();

describe('a variable', () => {
  it('has no value outside of what runs with one', () => {
    expect(one.value).toBeUndefined();
    expect(one.run('a', () => one.value)).toBe('a');
    expect(one.value).toBeUndefined();
  });

  it('goes with its code across promises, each with its own', async () => {
    const seen = await Promise.all(
      ['a', 'b'].map((value) =>
        one.run(value, async () => {
          await turn();
          return one.value;
        }),
      ),
    );
    expect(seen).toEqual(['a', 'b']);
  });

  it('leaves the others as they are, within and after', async () => {
    await one.run('a', async () => {
      await other.run(1, async () => {
        await turn();
        expect([one.value, other.value]).toEqual(['a', 1]);
        one.run('b', () => expect([one.value, other.value]).toEqual(['b', 1]));
        one.run(undefined, () => expect([one.value, other.value]).toEqual([undefined, 1]));
      });
      expect([one.value, other.value]).toEqual(['a', undefined]);
    });
  });
});
