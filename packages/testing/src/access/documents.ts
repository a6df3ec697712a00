import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';

/** A way of asking for a field. */
export interface Route {
  readonly name: string;
  readonly document: string;
  /** Of the field in the answer, from `data` on; items of lists are numbers. */
  readonly path: readonly (string | number)[];
}

/** Enough of what a field answers to tell that it is there. */
export function shortSelection(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return '';
  const isConnection = isObjectType(type) && 'nodes' in type.getFields();
  return isConnection ? '{ __typename nodes { __typename } }' : '{ __typename }';
}

/** `(id: "…")`, or nothing. Enums are written as such. */
export function writeArguments(
  field: GraphQLField<unknown, unknown>,
  values: Readonly<Record<string, unknown>>,
): string {
  const given = field.args.filter(({ name }) => values[name] !== undefined);
  return given.length === 0
    ? ''
    : `(${given.map(({ name, type }) => `${name}: ${writeValue(type, values[name])}`).join(', ')})`;
}

function writeValue(given: GraphQLInputType, value: unknown): string {
  const type = getNullableType(given);
  if (value === null) return 'null';
  if (isListType(type)) {
    return `[${(Array.isArray(value) ? value : [value]).map((item) => writeValue(type.ofType, item)).join(', ')}]`;
  }
  if (isEnumType(type)) return String(value);
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    const written = Object.entries(value as object).map(([name, item]) => {
      const field = fields[name];
      if (!field) throw new Error(`${type.name} has no field ${name}.`);
      return `${name}: ${writeValue(field.type, item)}`;
    });
    return `{ ${written.join(', ')} }`;
  }
  return JSON.stringify(value);
}

/** The ways to a field of an entity by its id. */
export function entityRoutes(options: {
  readonly type: GraphQLObjectType;
  readonly field: string;
  readonly selection: string;
  readonly id: string;
  /** The field of `Query` that takes the entity's id, if there is one. */
  readonly root: string | undefined;
}): Route[] {
  const { type, field, selection, id, root } = options;
  const reference = (given: string, inner: string) =>
    `_entities(representations: [{ __typename: "${type.name}", id: "${given}" }]) { ... on ${type.name} { ${inner} } }`;
  const routes: Route[] = [
    { name: '_entities', document: `{ ${reference(id, selection)} }`, path: ['_entities', 0, field] },
    {
      name: '_entities, upper case',
      document: `{ ${reference(id.toUpperCase(), selection)} }`,
      path: ['_entities', 0, field],
    },
    {
      name: '_entities, alias',
      document: `{ e: ${reference(id, `a: ${selection}`)} }`,
      path: ['e', 0, 'a'],
    },
    {
      name: '_entities, fragment',
      document: `{ ${reference(id, '...F')} } fragment F on ${type.name} { ${selection} }`,
      path: ['_entities', 0, field],
    },
  ];
  if (root === undefined) return routes;
  const direct = (given: string, inner: string) => `${root}(id: "${given}") { ${inner} }`;
  return [
    ...routes,
    { name: root, document: `{ ${direct(id, selection)} }`, path: [root, field] },
    { name: `${root}, upper case`, document: `{ ${direct(id.toUpperCase(), selection)} }`, path: [root, field] },
    { name: `${root}, alias`, document: `{ o: ${direct(id, `a: ${selection}`)} }`, path: ['o', 'a'] },
    {
      name: `${root}, fragment`,
      document: `{ ${direct(id, '...F')} } fragment F on ${type.name} { ${selection} }`,
      path: [root, field],
    },
  ];
}
