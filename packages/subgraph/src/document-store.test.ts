import { parse } from 'graphql';
import { DocumentStore } from './document-store.ts';

const document = (characters: number) => parse(`{ ${'a'.repeat(characters - 4)} }`);

describe('a store of documents', () => {
  it('gives back what it was given, until that is deleted', async () => {
    const store = new DocumentStore();
    const stored = document(100);
    await store.set('a', stored);
    expect(await store.get('a')).toBe(stored);
    expect(await store.delete('a')).toBe(true);
    expect(await store.get('a')).toBeUndefined();
    expect(await store.delete('a')).toBe(false);
  });

  it('forgets the oldest once all together are too long', async () => {
    const store = new DocumentStore();
    for (const key of ['a', 'b', 'c']) await store.set(key, document(200_000));
    expect(await store.get('a')).toBeUndefined();
    expect(await store.get('b')).toBeDefined();
    expect(await store.get('c')).toBeDefined();
  });

  it('counts a document once that is stored again', async () => {
    const store = new DocumentStore();
    await store.set('a', document(200_000));
    for (let round = 0; round < 5; round += 1) await store.set('b', document(200_000));
    expect(await store.get('a')).toBeDefined();
  });
});
