import { buildSchema, type GraphQLObjectType } from 'graphql';
import { reachedIn } from './reached.ts';
import { selectionsBelow } from './selections.ts';

const schema = buildSchema(/* GraphQL */ `
  type Course { id: ID! title: String! exams(first: Int): ExamConnection! marks(of: ID!): [Mark!]! }
  type ExamConnection { nodes: [Exam!]! }
  type Exam { id: ID! title: String! course: Course! attempts: [Attempt!]! }
  type Attempt { id: ID! exam: Exam! }
  type Mark { points: Int! shown: Shown }
  union Shown = Percentage | Letter
  type Percentage { value: Int! }
  type Letter { letter: String! }
  type Query { course: Course }
`);
const course = schema.getType('Course') as GraphQLObjectType;
const making = {
  schema,
  entities: ['Course', 'Exam', 'Attempt'],
  first: 20,
  arguments: { 'Course.marks': { of: 'ada' } },
};

describe('the selections below a type', () => {
  it('are one for each field, down to the fields of the next entities', () => {
    expect(selectionsBelow(course, making).map(({ text }) => text)).toEqual([
      'id',
      'title',
      'exams(first: 20) { nodes { id title } }',
      'exams(first: 20) { nodes { course { __typename } } }',
      'exams(first: 20) { nodes { attempts { __typename } } }',
      'marks(of: "ada") { points }',
      'marks(of: "ada") { shown { __typename ... on Percentage { value } } }',
      'marks(of: "ada") { shown { __typename ... on Letter { letter } } }',
    ]);
  });

  it('cannot be built without a value for a required argument', () => {
    expect(() => selectionsBelow(course, { ...making, arguments: {} })).toThrow('Course.marks(of:)');
  });
});

describe('the contents of an answer at each place of a selection', () => {
  it('are counted by objects and by the longest list', () => {
    const selection = selectionsBelow(course, making).find(({ text }) => text.includes('Letter'));
    const percentage = { shown: { __typename: 'Percentage' } };
    const roots = [{ marks: [percentage, { shown: null }] }, { marks: [{ shown: { __typename: 'Letter' } }] }, null];
    const reached = reachedIn(roots, selection?.places ?? []);
    expect(reached.map(({ place, objects, longestList }) => [place.coordinate, objects, longestList])).toEqual([
      ['Course.marks', 3, 2],
      ['Mark.shown', 2, 0],
      ['Shown.Letter', 1, 0],
    ]);
  });
});
