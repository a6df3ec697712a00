import { loadVisible } from './load-visible.ts';

interface Note {
  readonly id: string;
  readonly isPublic: boolean;
}

const notes: readonly Note[] = [
  { id: 'open', isPublic: true },
  { id: 'secret', isPublic: false },
];

it('returns null for invisible and for missing objects, with one find', async () => {
  const finds: (readonly string[])[] = [];
  const find = async (ids: readonly string[]) => {
    finds.push(ids);
    return notes.filter(({ id }) => ids.includes(id));
  };
  const loader = loadVisible<string, Note>(find, async ({ isPublic }) => isPublic);
  expect(await Promise.all(['open', 'secret', 'missing'].map((id) => loader.load(id)))).toEqual([
    { id: 'open', isPublic: true },
    null,
    null,
  ]);
  expect(finds).toHaveLength(1);
});
