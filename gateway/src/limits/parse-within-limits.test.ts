import { GraphQLError, getIntrospectionQuery } from 'graphql';
import { defaultLimits, type Limits } from './limits.ts';
import { parseWithinLimits } from './parse-within-limits.ts';

function excessOf(source: string, limits: Partial<Limits> = {}): unknown {
  try {
    parseWithinLimits(source, { ...defaultLimits, ...limits });
    return undefined;
  } catch (error) {
    return error instanceof GraphQLError ? error.extensions : error;
  }
}

const nest = (levels: number) => `${'{ a '.repeat(levels)}${'}'.repeat(levels)}`;
const chain = (length: number) =>
  `{ ...F1 } ${Array.from({ length }, (_, i) => `fragment F${i + 1} on Query { ${i + 1 < length ? `...F${i + 2}` : 'a'} }`).join(' ')}`;

/** One document at each limit, and one just above. */
const cases: readonly [keyof Limits, number, (measured: number) => string][] = [
  ['characters', 20, (n) => `{a}${' '.repeat(n - 3)}`],
  ['brackets', 5, (n) => `{ a(b: ${'['.repeat(n - 2)}${']'.repeat(n - 2)}) }`],
  ['depth', 6, nest],
  ['nesting', 7, (n) => `${'{ ... '.repeat(n - 1)}{ a }${'}'.repeat(n - 1)}`],
  ['nesting', 9, (n) => chain(n - 1)],
  ['fields', 12, (n) => `{ ${Array.from({ length: n }, (_, i) => `a${i}: a`).join(' ')} }`],
  ['fields', 12, (n) => `{ ${'...F '.repeat(n / 2)} ${n % 2 ? 'a' : ''} } fragment F on Query { a b }`],
  ['rootFields', 4, (n) => `{ ...F ${'b '.repeat(n - 1)} } fragment F on Query { ... on Query { a { c d e } } }`],
  ['directives', 3, (n) => `query @x { a ${'@y '.repeat(n - 2)} ...F } fragment F on Query { a @z }`],
];

describe.each(cases)('the limit of %s (%i)', (limit, allowed, document) => {
  it('admits a document that just reaches it', () => {
    expect(excessOf(document(allowed), { [limit]: allowed })).toBeUndefined();
  });

  it('refuses one above, naming limit and measure', () => {
    expect(excessOf(document(allowed + 1), { [limit]: allowed })).toMatchObject({
      code: 'OPERATION_TOO_COMPLEX',
      limit,
      allowed,
      measured: allowed + 1,
      http: { status: 400 },
    });
  });
});

describe('the limit of tokens', () => {
  it('admits a document that just reaches it, and refuses one above', () => {
    expect(excessOf('{ a b c }', { tokens: 5 })).toBeUndefined();
    expect(excessOf('{ a b c d }', { tokens: 5 })).toMatchObject({ limit: 'tokens', allowed: 5, measured: 6 });
  });
});

describe('an attack', () => {
  const bomb = Array.from(
    { length: 60 },
    (_, i) => `fragment F${i} on Query { a { ...F${i + 1} } b: a { ...F${i + 1} } }`,
  ).join('\n');

  it.each([
    ['fragments that unfold to 2^40 fields', `{ ...F20 } ${bomb} fragment F60 on Query { a }`],
    ['fields nested 3,000 deep', nest(3_000)],
    ['lists nested 4,000 deep', `{ a(b: ${'['.repeat(4_000)}`],
    ['a chain of 1,500 fragments', chain(1_500)],
    ['5,000 aliases', `{ ${Array.from({ length: 5_000 }, (_, i) => `a${i}: a`).join(' ')} }`],
    ['4,000 directives', `{ a ${'@x '.repeat(4_000)} }`],
    ['100,000 tokens', `{ ${'a '.repeat(49_000)} }`],
    ['a megabyte', `{ ${'a '.repeat(500_000)} }`],
  ])('by %s is refused within 100 ms', (_what, document) => {
    const started = performance.now();
    expect(excessOf(document)).toMatchObject({ code: 'OPERATION_TOO_COMPLEX' });
    expect(performance.now() - started).toBeLessThan(100);
  });

  it('by fragments that spread each other is left to validation', () => {
    expect(excessOf('{ ...A } fragment A on Query { ...B a } fragment B on Query { ...A }')).toBeUndefined();
  });
});

describe('a document', () => {
  it('of an explorer that asks for the whole schema fits', () => {
    expect(excessOf(getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true }))).toBeUndefined();
  });

  it('is measured by its worst operation', () => {
    expect(excessOf('query A { a } query B { a b c }', { fields: 2 })).toMatchObject({ limit: 'fields', measured: 3 });
  });

  it('with a syntax error is reported as such', () => {
    expect(excessOf('{ a(')).toMatchObject({ code: 'GRAPHQL_PARSE_FAILED', http: { status: 400 } });
    expect(excessOf('{ a ? }')).toMatchObject({ code: 'GRAPHQL_PARSE_FAILED' });
  });
});
