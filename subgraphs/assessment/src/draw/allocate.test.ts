import fc from 'fast-check';
import { Allocation } from './allocate.ts';

/** Pools of sections `0`, `1`, … over a few questions. */
const pools = fc
  .array(fc.uniqueArray(fc.constantFrom(...'abcdef'), { maxLength: 6 }), { minLength: 1, maxLength: 5 })
  .map((lists) => new Map(lists.map((questions, index) => [String(index), questions])));
const turns = fc.array(fc.nat(4).map(String), { maxLength: 12 });

/** How many of the demands of sections can be met at all, by trying every assignment. */
function mostThatCanBeServed(demands: readonly (readonly string[])[], taken: ReadonlySet<string> = new Set()): number {
  const [pool, ...others] = demands;
  if (!pool) return 0;
  const free = pool.filter((question) => !taken.has(question));
  const withOne = free.map((question) => 1 + mostThatCanBeServed(others, new Set([...taken, question])));
  return Math.max(mostThatCanBeServed(others, taken), ...withOne);
}

describe('an allocation', () => {
  it('gives a section its questions in the order of its pool', () => {
    const allocation = new Allocation(new Map([['one', ['c', 'a', 'b']]]));
    expect([allocation.give('one'), allocation.give('one')]).toEqual([true, true]);
    expect(allocation.of('one')).toEqual(['c', 'a']);
  });

  it('moves an earlier section to another question where a later one needs what it holds', () => {
    const allocation = new Allocation(
      new Map([
        ['wide', ['a', 'b']],
        ['narrow', ['a']],
      ]),
    );
    allocation.give('wide');
    expect(allocation.give('narrow')).toBe(true);
    expect([allocation.of('wide'), allocation.of('narrow')]).toEqual([['b'], ['a']]);
  });

  it('moves sections along a chain, each to what the next one lets go', () => {
    const allocation = new Allocation(
      new Map([
        ['first', ['a', 'b']],
        ['second', ['b', 'c']],
        ['third', ['a']],
      ]),
    );
    allocation.give('first');
    allocation.give('second');
    expect(allocation.give('third')).toBe(true);
    expect(['first', 'second', 'third'].map((section) => allocation.of(section))).toEqual([['b'], ['c'], ['a']]);
  });

  it('refuses what would take a question away from another section, and changes nothing then', () => {
    const allocation = new Allocation(
      new Map([
        ['one', ['a']],
        ['two', ['a']],
      ]),
    );
    allocation.give('one');
    expect(allocation.give('two')).toBe(false);
    expect([allocation.of('one'), allocation.of('two')]).toEqual([['a'], []]);
  });

  it('gives nothing to a section that it does not know', () => {
    const allocation = new Allocation(new Map([['one', ['a']]]));
    expect(allocation.give('other')).toBe(false);
    expect(allocation.of('other')).toEqual([]);
  });

  it('never gives a question twice, or one of another pool, and counts what it gave', () => {
    fc.assert(
      fc.property(pools, turns, (given, sections) => {
        const allocation = new Allocation(given);
        const served = sections.filter((section) => allocation.give(section));
        const held = [...given.keys()].map((section) => [section, allocation.of(section)] as const);
        const all = held.flatMap(([, questions]) => questions);
        expect(new Set(all).size).toBe(all.length);
        for (const [section, questions] of held) {
          expect(given.get(section)).toEqual(expect.arrayContaining(questions));
          expect(questions).toHaveLength(served.filter((each) => each === section).length);
        }
      }),
    );
  });

  it('refuses only what no allocation could give', () => {
    fc.assert(
      fc.property(pools, turns, (given, sections) => {
        const allocation = new Allocation(given);
        const served: string[] = [];
        for (const section of sections.slice(0, 6)) {
          const demands = [...served, section].map((each) => given.get(each) ?? []);
          const isPossible = mostThatCanBeServed(demands) === demands.length;
          expect(allocation.give(section)).toBe(isPossible);
          if (isPossible) served.push(section);
        }
      }),
    );
  });
});
