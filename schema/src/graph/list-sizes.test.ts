import { composeContract } from './compose.ts';
import { findUnsizedLists } from './list-sizes.ts';

const page = '@listSize(assumedSize: 20, slicingArguments: ["first"], sizedFields: ["nodes"])';
const connection = 'type Books { nodes: [Book!]! total: Int } type Book { name: String }';

describe('the size of every list', () => {
  it('is known in the API', () => {
    expect(findUnsizedLists(composeContract().supergraph)).toEqual([]);
  });

  it.each([
    ['a list has an assumed size', 'type Query { names: [String] @listSize(assumedSize: 3) }'],
    ['a connection sizes its list', `type Query { books(first: Int): Books ${page} } ${connection}`],
    ['a field answers no list', 'type Query { name: String! }'],
    ['an argument is a list', 'type Query { name(of: [ID!]): String! }'],
  ])('is known where %s', (_case, sdl) => {
    expect(findUnsizedLists(sdl)).toEqual([]);
  });

  it.each([
    ['a list says nothing', 'type Query { names: [String!]! }', /^Query\.names returns a list .* add @listSize\(/],
    ['a list of an interface says nothing', 'interface Named { names: [ID] }', /^Named\.names returns a list/],
    [
      'no field sizes a connection',
      `type Query { books(first: Int): Books } ${connection}`,
      /^Books\.nodes returns a list/,
    ],
    [
      'one of two fields does not size a connection',
      `type Query { books(first: Int): Books ${page} all: Books } ${connection}`,
      /^Query\.all does not state the size of Books\.nodes: add @listSize\(.*sizedFields: \["nodes"\]/,
    ],
    [
      'a slicing argument does not exist',
      `type Query { books(last: Int): Books ${page} } ${connection}`,
      /^Query\.books has no argument "first"/,
    ],
    [
      'no size is assumed',
      'type Query { names(first: Int): [ID] @listSize(slicingArguments: ["first"]) }',
      /^Query\.names has a @listSize without assumedSize/,
    ],
  ])('is missed where %s', (_case, sdl, sentence) => {
    expect(findUnsizedLists(sdl)).toEqual([expect.stringMatching(sentence)]);
  });
});
