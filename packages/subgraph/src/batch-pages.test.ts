import { batchPages } from './batch-pages.ts';

interface Page {
  readonly limit: number;
}

function pagesOfLetters() {
  const loads: [string[], Page][] = [];
  const pages = batchPages<string, string, Page>(
    async (parents, page) => {
      loads.push([[...parents], page]);
      return new Map(parents.filter((parent) => parent !== 'c').map((parent) => [parent, parent.repeat(page.limit)]));
    },
    (parent) => {
      throw new Error(`There is no ${parent}.`);
    },
  );
  return { loads, pages };
}

describe('pages of several parents', () => {
  it('are loaded together for the same page', async () => {
    const { loads, pages } = pagesOfLetters();
    const answers = await Promise.all([pages({ limit: 2 }).load('a'), pages({ limit: 2 }).load('b')]);
    expect(answers).toEqual(['aa', 'bb']);
    expect(loads).toEqual([[['a', 'b'], { limit: 2 }]]);
  });

  it('are loaded separately for different pages', async () => {
    const { loads, pages } = pagesOfLetters();
    const answers = await Promise.all([pages({ limit: 1 }).load('a'), pages({ limit: 3 }).load('a')]);
    expect(answers).toEqual(['a', 'aaa']);
    expect(loads).toHaveLength(2);
  });

  it('fail only for a missing parent', async () => {
    const { pages } = pagesOfLetters();
    const page = pages({ limit: 1 });
    const answers = await Promise.allSettled([page.load('a'), page.load('c')]);
    expect(answers).toEqual([
      { status: 'fulfilled', value: 'a' },
      { status: 'rejected', reason: new Error('There is no c.') },
    ]);
  });
});
