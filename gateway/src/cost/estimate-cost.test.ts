import { getIntrospectionQuery, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import { createGeneration } from '../supergraph/generation.ts';
import { compose } from '../testing/compose.ts';
import { readCostRules } from './cost-rules.ts';
import { createCostEstimator } from './estimate-cost.ts';

const supergraph = compose([
  {
    name: 'library',
    typeDefs: /* GraphQL */ `
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@cost", "@listSize"])
      type Query {
        book: Book
        books(first: Int, last: Int): BookPage
          @listSize(assumedSize: 20, slicingArguments: ["first", "last"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)
        recent(count: Int! = 5): [Book] @listSize(slicingArguments: ["count"], requireOneSlicingArgument: false)
        unsized: [Book]
        found: Found
        named: Named
        rare: Book @cost(weight: 50)
        folio: Folio
      }
      type Mutation { lend: Book }
      type Subscription { lent: Book }
      type BookPage { nodes: [Book] edges: [BookEdge] total: Int @cost(weight: 7) tags: [String] @listSize(assumedSize: 3) }
      type BookEdge { node: Book }
      interface Named { name: String }
      type Book implements Named { name: String pages: [Page] @listSize(assumedSize: 10) similar: [Book] @listSize(assumedSize: 100) }
      type Page implements Named { name: String text: String @cost(weight: 2) }
      type Folio @cost(weight: 30) { name: String }
      union Found = Book | Page | Folio
    `,
  },
]);
const generation = createGeneration(supergraph);
const estimate = createCostEstimator(generation.schema, readCostRules(generation.supergraph));

function estimateOf(source: string, variables: Record<string, unknown> = {}) {
  const document = parse(source);
  expect(validate(generation.schema, document)).toEqual([]);
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw new Error('The document has no operation');
  return estimate(document, operation, variables);
}

const costOf = (source: string, variables?: Record<string, unknown>) => estimateOf(source, variables).estimated;

describe('the cost of an operation', () => {
  it.each([
    ['an object costs 1, a scalar a tenth, the sum is rounded up', '{ book { name } }', 2],
    ['ten scalars cost 1', `{ book { ${Array.from({ length: 10 }, (_, i) => `n${i}: name`).join(' ')} } }`, 2],
    ['a list costs its items', '{ book { pages { __typename } } }', 12],
    ['lists within lists multiply', '{ book { similar { similar { __typename } } } }', 11_101],
    ['a list without a size counts as 100 items', '{ unsized { name } }', 110],
    ['a page without arguments has its assumed size', '{ books { nodes { name } } }', 73],
    ['a page costs 50 beside its items', '{ books(first: 0) { nodes { name } } }', 51],
    ['a page has as many items as it is asked for', '{ books(first: 100) { nodes { name } } }', 161],
    ['the largest slicing argument counts', '{ books(first: 2, last: 10) { nodes { name } } }', 62],
    ['null is not an argument', '{ books(first: null) { nodes { name } } }', 73],
    ['less than nothing is nothing', '{ books(first: -5) { nodes { name } } }', 51],
    ['nodes and edges are both sized', '{ books(first: 10) { nodes { name } edges { node { name } } } }', 83],
    ['a list beside them keeps its own size', '{ books(first: 10) { tags } }', 52],
    ['a default value of the schema counts', '{ recent { name } }', 56],
    ['@cost of a field is its weight', '{ rare { name } books { total } }', 109],
    ['@cost of a type is its weight', '{ folio { name } }', 31],
    ['@cost of a scalar within a list multiplies', '{ book { pages { text } } }', 31],
    ['the costliest type of a union counts', '{ found { ... on Book { pages { name } } ... on Folio { name } } }', 31],
    [
      'of an interface, fields for other types do not add up',
      '{ named { name ... on Book { similar { name } } } }',
      112,
    ],
    [
      'a fragment counts at every place',
      '{ a: book { ...F } b: book { ...F } } fragment F on Book { pages { name } }',
      24,
    ],
    [
      'a fragment takes over the size of a page',
      '{ books(first: 50) { ...F } } fragment F on BookPage { nodes { name } }',
      106,
    ],
    ['a mutation costs 10 more for each root field', 'mutation { lend { name } again: lend { name } }', 23],
    ['a subscription costs what one event does', 'subscription { lent { name } }', 2],
  ])('%s', (_rule, source, cost) => {
    expect(costOf(source)).toBe(cost);
  });

  it('reads sizes from variables, or their default values', () => {
    const source = 'query ($n: Int = 40) { books(first: $n) { nodes { name } } }';
    expect([costOf(source), costOf(source, { n: 10 }), costOf(source, { n: null })]).toEqual([95, 62, 73]);
  });

  it('takes the assumed size where a variable is no number', () => {
    expect(costOf('query ($n: Int) { books(first: $n) { nodes { name } } }', { n: 'many' })).toBe(73);
  });

  it('leaves out what @skip and @include exclude with the variables', () => {
    const source =
      'query ($yes: Boolean!, $no: Boolean = false) { book { a: pages @skip(if: $yes) { name } b: pages @include(if: $no) { name } ... @include(if: $yes) { name } } }';
    expect(costOf(source, { yes: true })).toBe(2);
    expect(costOf(source, { yes: false, no: true })).toBe(23);
    expect(costOf('{ book { pages @skip(if: false) { name } } }')).toBe(12);
  });

  it('counts introspection, at less than other values', () => {
    expect(costOf('{ __typename }')).toBe(1);
    const whole = costOf(getIntrospectionQuery());
    expect(whole).toBeGreaterThan(100);
    expect(whole).toBeLessThan(5_000);
  });

  it('names the fields that cost most', () => {
    expect(estimateOf('{ book { similar { pages { name text } } } }').costliest(2)).toEqual([
      { field: 'Page.text', cost: 2_000 },
      { field: 'Book.pages', cost: 1_000 },
    ]);
  });
});

describe('fragments that unfold to 2^60 fields', () => {
  const bomb = Array.from(
    { length: 60 },
    (_, i) => `fragment F${i} on Book { a: similar { ...F${i + 1} } b: similar { ...F${i + 1} } }`,
  ).join('\n');
  const estimated = () => estimateOf(`{ book { ...F0 } } ${bomb} fragment F60 on Book { name }`);

  it('are costed once each, up to the largest number there is', () => {
    expect(estimated().estimated).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('are searched for the costliest fields in a bounded number of steps', () => {
    expect(estimated().costliest(1)).toEqual([{ field: 'Book.similar', cost: Number.MAX_SAFE_INTEGER }]);
  });
});
