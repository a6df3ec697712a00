import type { HostileOperation } from './operations.ts';

/** Documents and variables that are expensive to parse and validate with any schema. */
export function hostileDocuments(): HostileOperation[] {
  const repeat = (count: number, each: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => each(i)).join(' ');
  const bomb = repeat(40, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);
  return [
    { what: 'one field with one name, a thousand times', query: `{ ${repeat(990, () => '__typename')} }` },
    { what: 'a name with a thousand meanings', query: `{ ${repeat(990, (i) => `a: course(id: "${i}") { id }`)} }` },
    {
      what: 'a name with a thousand meanings, two levels down',
      query: `{ course(id: "1") { ${repeat(490, (i) => `a: grades(first: ${i}) { feedCursor }`)} } }`,
    },
    {
      what: 'inline fragments that must be compared with each other',
      query: `{ ${repeat(300, (i) => `... { me { a${i}: id id name } }`)} }`,
    },
    {
      what: 'fragments that must be compared with each other',
      query: `{ ${repeat(150, (i) => `...F${i}`)} } ${repeat(150, (i) => `fragment F${i} on Query { me { id name } }`)}`,
    },
    { what: 'unknown fields', query: `{ ${repeat(990, (i) => `unknown${i}`)} }` },
    { what: 'unknown fields with names similar to known ones', query: `{ ${repeat(900, (i) => `coursess${i}`)} }` },
    { what: 'unknown types', query: `{ ${repeat(300, (i) => `... on Coursee${i} { id }`)} }` },
    { what: 'unused fragments', query: `{ me { id } } ${repeat(800, (i) => `fragment F${i} on User { id }`)}` },
    { what: 'fragments that expand to 2^40 fields', query: `{ ...F0 } ${bomb} fragment F40 on Query { me { id } }` },
    {
      what: 'fragments that spread each other',
      query: `{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }`,
    },
    { what: 'a thousand unused variables', query: `query (${repeat(900, (i) => `$v${i}: Int`)}) { me { id } }` },
    {
      what: 'a list of a hundred thousand values in a variable',
      query: 'query ($id: ID!) { course(id: $id) { id } }',
      variables: JSON.stringify({ id: Array.from({ length: 90_000 }, (_, i) => i) }),
    },
    {
      what: 'a variable of a megabyte',
      query: 'query ($id: ID!) { course(id: $id) { id } }',
      variables: JSON.stringify({ id: 'x'.repeat(990_000) }),
    },
    {
      what: 'a filter of a megabyte',
      query: 'query ($text: String) { courses(filter: { titleContains: $text }) { nodes { id } } }',
      variables: JSON.stringify({ text: '%_'.repeat(490_000) }),
    },
    {
      what: 'variables nested ten thousand deep',
      query: 'query ($id: ID!) { course(id: $id) { id } }',
      variables: `{ "id": ${nested(10_000)} }`,
    },
    {
      what: 'unknown variables nested ten thousand deep',
      query: '{ me { id } }',
      variables: `{ "other": ${nested(10_000)} }`,
    },
    {
      what: 'a number beyond the page limit',
      query: 'query ($n: Int) { courses(first: $n) { nodes { id } } }',
      variables: JSON.stringify({ n: 2_147_483_647 }),
    },
    {
      what: 'a number beyond the integer range',
      query: 'query ($n: Int) { courses(first: $n) { nodes { id } } }',
      variables: JSON.stringify({ n: 1e300 }),
    },
    { what: 'a negative number', query: '{ courses(first: -2147483648) { nodes { id } } }' },
    {
      what: 'ten thousand errors in one variable',
      query:
        'mutation ($r: [ResponseInput!]!) { saveResponses(input: { attemptId: "x", responses: $r }) { __typename } }',
      variables: JSON.stringify({ r: Array.from({ length: 90_000 }, () => 0) }),
    },
    {
      what: 'twenty logins',
      query: `mutation { ${repeat(20, (i) => `l${i}: login(input: { email: "nobody@school.example", password: "${'p'.repeat(1_000)}" }) { __typename }`)} }`,
    },
  ];
}

function nested(depth: number): string {
  return `${'['.repeat(depth)}${']'.repeat(depth)}`;
}
