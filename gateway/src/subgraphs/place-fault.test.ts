import { placeFault } from './place-fault.ts';
import { unavailable } from './subgraph-fault.ts';

const fault = unavailable('course');
const pathsOf = (query: string, variables?: Record<string, unknown>) =>
  placeFault(fault, query, variables).map(({ path }) => path);

describe('the fault of a fetch', () => {
  it('stands on every root field, by the name in the answer', () => {
    expect(pathsOf('{ courses { id } mine: course(id: 1) { id } __typename }')).toEqual([['courses'], ['mine']]);
  });

  it('stands on the fields of each entity, by its type', () => {
    const query = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) {
        ... on Course { __typename title ... on Course { lead { id } } }
        ... on Person { name }
      }
    }`;
    const representations = [{ __typename: 'Person', id: 1 }, { __typename: 'Course', id: 2 }, null];
    expect(pathsOf(query, { representations })).toEqual([
      ['_entities', 0, 'name'],
      ['_entities', 1, 'title'],
      ['_entities', 1, 'lead'],
    ]);
  });

  it('is not repeated more than a hundred times', () => {
    const query =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on A { b } } }';
    const representations = Array.from({ length: 500 }, () => ({ __typename: 'A' }));
    expect(pathsOf(query, { representations })).toHaveLength(100);
  });

  it('carries code and subgraph', () => {
    expect(placeFault(fault, '{ a }', undefined)).toEqual([
      {
        message: 'The subgraph "course" cannot be reached.',
        path: ['a'],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'course' },
      },
    ]);
  });
});
