import { parse } from 'graphql';
import { DocumentStore } from './document-store.ts';

const document = (characters: number) => parse(`{ ${'a'.repeat(characters - 4)} }`);

describe('a store of documents', () => {
  it('returns stored documents, until they are deleted', async () => {
    const store = new DocumentStore();
    const stored = document(100);
    await store.set('a', stored);
    expect(await store.get('a')).toBe(stored);
    expect(await store.delete('a')).toBe(true);
    expect(await store.get('a')).toBeUndefined();
    expect(await store.delete('a')).toBe(false);
  });

  it('evicts the oldest when the total length exceeds the limit', async () => {
    const store = new DocumentStore();
    for (const key of ['a', 'b', 'c']) await store.set(key, document(200_000));
    expect(await store.get('a')).toBeUndefined();
    expect(await store.get('b')).toBeDefined();
    expect(await store.get('c')).toBeDefined();
  });

  it('counts a document that is stored again only once', async () => {
    const store = new DocumentStore();
    await store.set('a', document(200_000));
    for (let round = 0; round < 5; round += 1) await store.set('b', document(200_000));
    expect(await store.get('a')).toBeDefined();
  });
});
