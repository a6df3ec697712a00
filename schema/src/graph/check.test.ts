import { parse } from 'graphql';
import { findBreaks } from './check.ts';

const api = /* GraphQL */ `
  enum Role { STUDENT ADMIN }
  input Filter { role: Role, name: String }
  type User { id: ID!, name: String!, nick: String, role: Role! }
  union Found = User
  type Query { user(id: ID!): User, users(filter: Filter): [User!]!, found: Found }
`;
const operations = [
  {
    name: 'user.graphql',
    document: parse('query ($id: ID!) { user(id: $id) { ...Name } } fragment Name on User { name role }'),
  },
  { name: 'users.graphql', document: parse('query ($filter: Filter) { users(filter: $filter) { id } }') },
];

describe('findBreaks', () => {
  it.each([
    ['nothing changes', (sdl: string) => sdl],
    ['a field is added', (sdl: string) => sdl.replace('nick: String', 'nick: String, age: Int')],
    ['a field goes that no operation uses', (sdl: string) => sdl.replace('nick: String, ', '')],
    ['an optional argument is added', (sdl: string) => sdl.replace('user(id: ID!)', 'user(id: ID!, at: String)')],
    ['a field goes that only stands in a type of the same prefix', (sdl: string) => sdl.replace(', found: Found', '')],
  ])('finds nothing when %s', async (_name, change) => {
    expect(await findBreaks(api, change(api), operations)).toEqual([]);
  });

  it.each([
    ['a used field goes', (sdl: string) => sdl.replace('name: String!, ', ''), 'user.graphql'],
    ['a used field may become null', (sdl: string) => sdl.replace('name: String!', 'name: String'), 'user.graphql'],
    [
      'a required argument is added',
      (sdl: string) => sdl.replace('user(id: ID!)', 'user(id: ID!, at: String!)'),
      'user.graphql',
    ],
    ['an argument goes', (sdl: string) => sdl.replace('users(filter: Filter)', 'users'), 'users.graphql'],
    ['a field of an input goes', (sdl: string) => sdl.replace(', name: String }', ' }'), 'users.graphql'],
    [
      'a required field is added to an input',
      (sdl: string) => sdl.replace('role: Role, name', 'role: Role, at: Int!, name'),
      'users.graphql',
    ],
    ['an enum value goes', (sdl: string) => sdl.replace('STUDENT ADMIN', 'STUDENT'), 'user.graphql'],
  ])('names the operation when %s', async (_name, change, file) => {
    expect((await findBreaks(api, change(api), operations)).join()).toContain(file);
  });
});
