import { composeContract } from './compose.ts';
import { findIncompleteConnections } from './connections.ts';

const fields = ['nodes: [Book!]!', 'edges: [BookEdge!]!', 'pageInfo: PageInfo!', 'totalCount: Int!'];

describe('a connection', () => {
  it('has its nodes, edges, place and count everywhere in the API', () => {
    const { api } = composeContract();
    expect(api).toContain('Connection');
    expect(findIncompleteConnections(api)).toEqual([]);
  });

  it('may have more', () => {
    expect(findIncompleteConnections(`type BookConnection { ${fields.join(' ')} feedCursor: Cursor! }`)).toEqual([]);
  });

  it.each(fields)('is missed without %s', (missing) => {
    const sdl = `type BookConnection { ${fields.filter((field) => field !== missing).join(' ')} other: Int }`;
    expect(findIncompleteConnections(sdl)).toEqual([expect.stringContaining(`BookConnection has no ${missing};`)]);
  });

  it.each(['totalCount: Int', 'totalCount: String!', 'nodes: [Book]!', 'edges: [ShelfEdge!]!'])(
    'is missed with %s',
    (wrong) => {
      const name = String(wrong.split(':')[0]);
      const others = fields.filter((field) => !field.startsWith(`${name}:`));
      expect(findIncompleteConnections(`type BookConnection { ${[...others, wrong].join(' ')} }`)).toHaveLength(1);
    },
  );
});
