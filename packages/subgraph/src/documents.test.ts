import { buildSchema } from 'graphql';
import { Documents } from './documents.ts';

const schema = buildSchema('type Query { title: String }');

describe('the documents of a schema', () => {
  it('are parsed and validated once per text', () => {
    const documents = new Documents(schema);
    const document = documents.read('{ title }');
    expect(document).toMatchObject({ kind: 'Document' });
    expect(documents.read('{ title }')).toBe(document);
  });

  it.each([
    ['GRAPHQL_PARSE_FAILED', '{ title'],
    ['GRAPHQL_VALIDATION_FAILED', '{ name }'],
  ])('are refused with %s if invalid: %s', (code, query) => {
    expect(new Documents(schema).read(query)).toEqual([expect.objectContaining({ extensions: { code } })]);
  });

  it('are evicted when their total length exceeds the limit', () => {
    const documents = new Documents(schema);
    const first = documents.read('{ title }');
    documents.read(`{ title } # ${'x'.repeat(500_000)}`);
    expect(documents.read('{ title }')).not.toBe(first);
  });
});
