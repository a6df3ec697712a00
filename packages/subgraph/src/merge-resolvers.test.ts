import { GraphQLScalarType, parse } from 'graphql';
import { connectionResolvers } from './id-page.ts';
import { mergeResolvers } from './merge-resolvers.ts';

const typeDefs = parse(`
  type Query { note: String, notes: NoteConnection }
  extend type Query { book: String }
  type NoteConnection { totalCount: Int!, nodes: [Note!]! }
  type Note { text: String }
  scalar Moment
`);
const note = () => 'a note';
const notes = () => [];
const book = () => 'a book';

describe('mergeResolvers', () => {
  it('merges the fields that several concepts add to a type, and adds those of connections', () => {
    const scalar = new GraphQLScalarType({ name: 'Moment' });
    expect(mergeResolvers(typeDefs, [{ Query: { note, notes }, Moment: scalar }, { Query: { book } }])).toEqual({
      Query: { note, notes, book },
      NoteConnection: connectionResolvers,
      Moment: scalar,
    });
  });

  it('refuses two resolvers of one field', () => {
    expect(() => mergeResolvers(typeDefs, [{ Query: { note, notes, book } }, { Query: { book } }])).toThrow(
      'Two concepts resolve Query.book',
    );
  });

  it('refuses a resolver of a field that is not in the SDL, but not of references and abstract types', () => {
    const Query = { note, notes, book };
    expect(() => mergeResolvers(typeDefs, [{ Query, Note: { txet: note } }])).toThrow(
      'Note.txet, which is not in the SDL',
    );
    expect(() => mergeResolvers(typeDefs, [{ Query, Note: { __resolveReference: note } }])).not.toThrow();
  });

  it('refuses a root field without a resolver', () => {
    expect(() => mergeResolvers(typeDefs, [{ Query: { note, notes } }])).toThrow('Query.book has no resolver');
  });

  it('counts a connection of which a concept resolves another field', () => {
    const nodes = () => [];
    const Query = { note, notes, book };
    expect(mergeResolvers(typeDefs, [{ Query, NoteConnection: { nodes } }]).NoteConnection).toEqual({
      ...connectionResolvers,
      nodes,
    });
  });
});
