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

/** A way of requesting some fields of an object. */
export interface Route {
  readonly name: string;
  readonly document: string;
  /** The object's path in the answer, from `data` on; items of lists are numbers. */
  readonly object: readonly (string | number)[];
  /** The names of the fields in the answer. */
  readonly keys: readonly string[];
}

/** The smallest selection that shows whether a field has a value. */
export function shortSelection(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return '';
  const isConnection = isObjectType(type) && 'nodes' in type.getFields();
  return isConnection ? '{ __typename nodes { __typename } }' : '{ __typename }';
}

/** `(id: "…")`, or nothing. Enums are written as enums. */
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

/** The ways to fields of an entity by its id; `selections` are those fields with their arguments. */
export function entityRoutes(options: {
  readonly type: GraphQLObjectType;
  readonly fields: readonly string[];
  readonly selections: readonly string[];
  readonly id: string;
  /** The field of `Query` that takes the entity's id, if there is one. */
  readonly root: string | undefined;
}): Route[] {
  const { type, fields, selections, id, root } = options;
  const plain = selections.join(' ');
  const aliased = selections.map((selection, index) => `a${index}: ${selection}`).join(' ');
  const aliases = fields.map((_field, index) => `a${index}`);
  const fragment = `fragment F on ${type.name} { ${plain} }`;
  const reference = (given: string, inner: string) =>
    `_entities(representations: [{ __typename: "${type.name}", id: "${given}" }]) { ... on ${type.name} { ${inner} } }`;
  const direct = (given: string, inner: string) => `${root}(id: "${given}") { ${inner} }`;
  const by = (name: string, select: typeof direct, key: string, ...rest: number[]): Route[] => [
    { name, document: `{ ${select(id, plain)} }`, object: [key, ...rest], keys: fields },
    {
      name: `${name}, upper case`,
      document: `{ ${select(id.toUpperCase(), plain)} }`,
      object: [key, ...rest],
      keys: fields,
    },
    { name: `${name}, alias`, document: `{ o: ${select(id, aliased)} }`, object: ['o', ...rest], keys: aliases },
    {
      name: `${name}, fragment`,
      document: `{ ${select(id, '...F')} } ${fragment}`,
      object: [key, ...rest],
      keys: fields,
    },
  ];
  return [...by('_entities', reference, '_entities', 0), ...(root === undefined ? [] : by(root, direct, root))];
}
