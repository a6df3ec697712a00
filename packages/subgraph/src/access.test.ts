import { buildSubgraphSchema } from '@apollo/subgraph';
import { scopesOf, type Viewer } from '@lyceum/auth';
import { newId, type Role, UserId } from '@lyceum/contracts';
import { type ExecutionResult, execute, type GraphQLSchema, parse, subscribe, validate } from 'graphql';
import { enforceAccess } from './access.ts';

const link = /* GraphQL */ `
  extend schema
    @link(
      url: "https://specs.apollo.dev/federation/v2.9"
      import: ["@key", "@authenticated", "@requiresScopes"]
    )
`;

const typeDefs = parse(/* GraphQL */ `
  ${link}
  interface Person {
    name: String!
    email: String
  }
  type Learner implements Person @key(fields: "id") {
    id: ID!
    name: String!
    email: String @authenticated
    marks: [Int!] @requiresScopes(scopes: [["teach", "grade"], ["administer"]])
    teacherOnly: String @requiresScopes(scopes: "teach")
  }
  type Ledger @key(fields: "id") @requiresScopes(scopes: [["administer"]]) {
    id: ID!
    balance: Int!
  }
  extend type Ledger {
    notes: String
  }
  type Vault {
    gold: Int
    door: String @requiresScopes(scopes: [["administer"]])
  }
  extend type Vault @authenticated
  union Thing = Learner | Ledger
  type Query {
    open: String
    learner: Learner
    person: Person
    ledger: Ledger
    vault: Vault
    things: [Thing!]
    nobody: String @requiresScopes(scopes: [])
  }
  type Mutation {
    pay: Boolean @authenticated
  }
  type Subscription {
    paid: Int @requiresScopes(scopes: [["administer"]])
  }
`);

let effects: string[];
const learner = { __typename: 'Learner', id: '1', name: 'Ada', email: 'ada@example.org', marks: [7], teacherOnly: 'x' };
const ledger = { __typename: 'Ledger', id: '2', balance: 100, notes: 'n' };

let schema: GraphQLSchema;
beforeAll(() => {
  schema = enforceAccess(
    buildSubgraphSchema({
      typeDefs,
      resolvers: {
        Query: {
          open: () => 'open',
          learner: () => learner,
          person: () => learner,
          ledger: () => ledger,
          vault: () => ({ gold: 1, door: 'oak' }),
          things: () => [learner, ledger],
          nobody: () => 'nobody',
        },
        Mutation: { pay: () => effects.push('paid') > 0 },
        Subscription: {
          paid: {
            subscribe: async function* () {
              effects.push('listening');
              yield { paid: 1 };
            },
          },
        },
        Learner: { __resolveReference: () => learner },
        Ledger: { __resolveReference: ({ id }: { id: string }) => (id === ledger.id ? ledger : null) },
      },
    }),
  );
});
beforeEach(() => {
  effects = [];
});

function viewer(role: Role, ...more: string[]): Viewer {
  return {
    userId: newId(UserId),
    role,
    scopes: new Set([...scopesOf(role), ...more]),
    expiresAt: new Date(Date.now() + 60_000),
    issuedAt: new Date(),
    external: null,
  };
}

async function run(query: string, as: Viewer | null, variableValues: Record<string, unknown> = {}) {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const result: ExecutionResult = await execute({ schema, document, contextValue: { viewer: as }, variableValues });
  return { data: JSON.parse(JSON.stringify(result.data)), codes: result.errors?.map((error) => error.extensions.code) };
}

describe('a field with @authenticated', () => {
  it('is accessible only to signed-in viewers; other fields stay accessible', async () => {
    const query = '{ open learner { name email } }';
    expect(await run(query, null)).toEqual({
      data: { open: 'open', learner: { name: 'Ada', email: null } },
      codes: ['UNAUTHENTICATED'],
    });
    expect(await run(query, viewer('STUDENT'))).toEqual({
      data: { open: 'open', learner: { name: 'Ada', email: 'ada@example.org' } },
      codes: undefined,
    });
  });

  it('is checked before any resolver runs', async () => {
    expect((await run('mutation { pay }', null)).codes).toEqual(['UNAUTHENTICATED']);
    expect(effects).toEqual([]);
    expect((await run('mutation { pay }', viewer('STUDENT'))).data).toEqual({ pay: true });
  });
});

describe('a field with @requiresScopes', () => {
  it.each<[string, Viewer | null, string | undefined]>([
    ['nobody', null, 'UNAUTHENTICATED'],
    ['a student', viewer('STUDENT'), 'FORBIDDEN'],
    ['half of a set', viewer('INSTRUCTOR'), 'FORBIDDEN'],
    ['the other half', viewer('STUDENT', 'grade'), 'FORBIDDEN'],
    ['a whole set', viewer('INSTRUCTOR', 'grade'), undefined],
    ['the other set', viewer('ADMIN'), undefined],
  ])('requires all scopes of one of its sets: %s', async (_who, as, code) => {
    const { data, codes } = await run('{ learner { marks } }', as);
    expect(codes).toEqual(code && [code]);
    expect(data.learner.marks).toEqual(code ? null : [7]);
  });

  it('names the scopes it requires', async () => {
    const document = parse('{ learner { marks } }');
    const result = await execute({ schema, document, contextValue: { viewer: viewer('STUDENT') } });
    expect(result.errors?.[0]?.message).toBe('Learner.marks requires teach and grade, or administer.');
  });

  it('accepts a single scope without brackets', async () => {
    expect((await run('{ learner { teacherOnly } }', viewer('STUDENT'))).codes).toEqual(['FORBIDDEN']);
    expect((await run('{ learner { teacherOnly } }', viewer('INSTRUCTOR'))).codes).toBeUndefined();
  });

  it('is accessible to nobody without any set', async () => {
    expect((await run('{ nobody }', viewer('ADMIN'))).codes).toEqual(['FORBIDDEN']);
  });
});

describe('a protected field is protected', () => {
  it.each([
    ['under another name', '{ learner { harmless: email } }'],
    ['in a fragment', '{ learner { ...F } } fragment F on Learner { email }'],
    ['in an inline fragment', '{ learner { ... on Learner { email } } }'],
    ['in a fragment without a type', '{ learner { ... { ... { email } } } }'],
    ['through an interface', '{ person { email } }'],
    ['through a fragment on an interface', '{ learner { ... on Person { email } } }'],
    ['through a union', '{ things { ... on Learner { email } } }'],
    ['under a directive', '{ learner { email @include(if: true) } }'],
    [
      'through _entities',
      '{ _entities(representations: [{ __typename: "Learner", id: "1" }]) { ... on Learner { email } } }',
    ],
    [
      'through _entities, by a fragment on an interface',
      '{ _entities(representations: [{ __typename: "Learner", id: "1" }]) { ... on Person { email } } }',
    ],
  ])('%s', async (_way, query) => {
    const { data, codes } = await run(query, null);
    expect(codes).toEqual(['UNAUTHENTICATED']);
    expect(JSON.stringify(data)).not.toContain('ada@example.org');
    expect(JSON.stringify((await run(query, viewer('STUDENT'))).data)).toContain('ada@example.org');
  });
});

describe('a protected type', () => {
  it('gives the same refusal for existing and missing references; other references are resolved', async () => {
    const references = (id: string) => `{ _entities(representations: [
      { __typename: "Ledger", id: "${id}" }, { __typename: "Learner", id: "1" }
    ]) { ... on Ledger { balance } ... on Learner { name } } }`;
    const refused = { data: { _entities: [null, { name: 'Ada' }] }, codes: ['FORBIDDEN'] };
    expect(await run(references('2'), viewer('INSTRUCTOR'))).toEqual(refused);
    expect(await run(references('3'), viewer('INSTRUCTOR'))).toEqual(refused);
    expect((await run(references('2'), viewer('ADMIN'))).data).toEqual({
      _entities: [{ balance: 100 }, { name: 'Ada' }],
    });
  });

  it('protects each of its fields, including those of extensions', async () => {
    for (const field of ['id', 'balance', 'notes']) {
      expect((await run(`{ ledger { ${field} } }`, viewer('INSTRUCTOR'))).codes).toEqual(['FORBIDDEN']);
      expect((await run(`{ ledger { ${field} } }`, viewer('ADMIN'))).codes).toBeUndefined();
    }
  });

  it('is protected when reached as an entity or through a union', async () => {
    const representations = [{ __typename: 'Ledger', id: '2' }];
    const entities =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Ledger { balance } } }';
    expect((await run(entities, viewer('STUDENT'), { representations })).codes).toEqual(['FORBIDDEN']);
    expect((await run('{ things { ... on Ledger { notes } } }', null)).codes).toEqual(['UNAUTHENTICATED']);
  });

  it('may be protected in an extension, in addition to its fields’ own requirements', async () => {
    expect((await run('{ vault { gold } }', null)).codes).toEqual(['UNAUTHENTICATED']);
    expect((await run('{ vault { gold } }', viewer('STUDENT'))).data).toEqual({ vault: { gold: 1 } });
    expect((await run('{ vault { door } }', viewer('STUDENT'))).codes).toEqual(['FORBIDDEN']);
  });
});

describe('a protected subscription', () => {
  it('is refused before its source is opened', async () => {
    const document = parse('subscription { paid }');
    const result = await subscribe({ schema, document, contextValue: { viewer: viewer('STUDENT') } });
    expect('errors' in result && result.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(effects).toEqual([]);
  });

  it('is checked again for every event', async () => {
    const document = parse('subscription { paid }');
    const contextValue = { viewer: viewer('ADMIN') as Viewer | null };
    const stream = await subscribe({ schema, document, contextValue });
    if (!(Symbol.asyncIterator in stream)) throw new Error('refused');
    contextValue.viewer = null;
    const value: ExecutionResult | undefined = (await stream.next()).value ?? undefined;
    expect(value?.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('a directive that would not be enforced', () => {
  it.each([
    ['an interface', 'interface Node @authenticated { id: ID! } type A implements Node { id: ID! }'],
    ['a field of an interface', 'interface Node { id: ID! @authenticated } type A implements Node { id: ID! }'],
    ['a scalar', 'scalar Secret @requiresScopes(scopes: [["teach"]])'],
    ['an enum', 'enum Secret @authenticated { A }'],
    ['an extension of an enum', 'enum Secret { A } extend enum Secret @authenticated { B }'],
  ])('aborts startup: %s', (_where, sdl) => {
    const typeDefs = parse(`${link} type Query { a: ID } ${sdl}`);
    expect(() => enforceAccess(buildSubgraphSchema({ typeDefs }))).toThrow(/is not enforced|cannot be applied/);
  });
});
