import { parse } from 'graphql';
import { findUnsafeForeignFields } from './foreign-fields.ts';

const people = { name: 'people', typeDefs: parse('type Person @key(fields: "id") { id: ID! friend: Person! }') };
const books = (sdl: string) => ({ name: 'books', typeDefs: parse(`type Book @key(fields: "id") { id: ID! } ${sdl}`) });
const stub = 'type Person @key(fields: "id", resolvable: false) { id: ID! }';

describe('a field across subgraphs', () => {
  it.each([
    ['answers another’s entity', `${stub} type Loan { by: Person! }`, 'books: Loan.by returns'],
    ['answers a list of another’s entities', `${stub} type Loan { by: [Person!] }`, 'books: Loan.by returns'],
    ['is a field of another’s entity', 'extend type Person { books: [Book]! }', 'books: Person.books is a field of'],
    [
      'is a field of another’s entity, with its key',
      'extend type Person @key(fields: "id") { id: ID! count: Int! }',
      'books: Person.count is a field of',
    ],
  ])('that %s must be nullable', (_what, sdl, fault) => {
    const faults = findUnsafeForeignFields([people, books(sdl)]);
    expect(faults).toEqual([expect.stringContaining(fault)]);
    expect(faults[0]).toMatch(/make it nullable\.$/);
  });

  it.each([
    ['nullable', `${stub} type Loan { by: Person readers: [Person]! }`],
    ['of a subgraph’s own', 'type Loan { book: Book! }'],
    ['a key', stub],
    ['on another’s entity and nullable', 'extend type Person { books: [Book!] }'],
  ])('is fine where it is %s', (_what, sdl) => {
    expect(findUnsafeForeignFields([people, books(sdl)])).toEqual([]);
  });
});
