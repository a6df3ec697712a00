import {
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { hashOf } from './random.ts';

/** An object of the mock graph: an entity is identified by its id, anything else by its path. */
interface MockObject {
  readonly __typename: string;
  readonly id?: string;
  readonly place: string;
}

/** The ids of entities. Few, so that operations meet the same one in several places. */
export const ids = ['1', '2', '3'] as const;

const scalars: Readonly<Record<string, (hash: number) => unknown>> = {
  ID: (hash) => `id-${hash % 1_000}`,
  String: (hash) => `text ${hash % 1_000}`,
  Int: (hash) => hash % 1_000,
  Float: (hash) => (hash % 1_000) / 8,
  Boolean: (hash) => hash % 2 === 0,
  DateTime: (hash) => new Date(hash * 1_000).toISOString(),
  EmailAddress: (hash) => `person${hash % 1_000}@example.org`,
  Decimal: (hash) => `${hash % 1_000}.50`,
  SafeInt: (hash) => hash * 1_000,
  Cursor: (hash) => `cursor${hash % 1_000}`,
};

/**
 * Makes every field of a schema return a pure function of the object, the field's name and its arguments, so that a
 * field gives the same result in every schema. Some fields return null, and some fail. Modifies the schema.
 * @param entities types that are identified by their ids
 */
export function mockData(schema: GraphQLSchema, entities: ReadonlySet<string>): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_')) continue;
      field.resolve = resolverOf(schema, entities, type.name, field.name, field.type);
      if (type === schema.getSubscriptionType()) field.subscribe = oneEvent;
    }
  }
  return schema;
}

async function* oneEvent(): AsyncGenerator<object> {
  yield {};
}

function resolverOf(
  schema: GraphQLSchema,
  entities: ReadonlySet<string>,
  typeName: string,
  fieldName: string,
  type: GraphQLOutputType,
): GraphQLFieldResolver<unknown, unknown> {
  return (source, args) => {
    const object = source as Partial<MockObject> | undefined;
    if (fieldName === 'id' && entities.has(typeName)) return object?.id;
    const owner = entities.has(typeName) ? `${typeName} ${object?.id}` : (object?.place ?? typeName);
    const place = `${owner}.${fieldName}(${canonical(args)})`;
    if (hashOf(`fails ${place}`) % 40 === 0) {
      throw new GraphQLError(`${typeName}.${fieldName} fails here`, { extensions: { code: 'FORBIDDEN' } });
    }
    return mockValue(schema, entities, type, place);
  };
}

function mockValue(
  schema: GraphQLSchema,
  entities: ReadonlySet<string>,
  type: GraphQLOutputType,
  place: string,
): unknown {
  if (isNonNullType(type)) return presentValue(schema, entities, type.ofType, place);
  return hashOf(`null ${place}`) % 10 === 0 ? null : presentValue(schema, entities, type, place);
}

function presentValue(
  schema: GraphQLSchema,
  entities: ReadonlySet<string>,
  type: GraphQLOutputType,
  place: string,
): unknown {
  const hash = hashOf(place);
  if (isNonNullType(type)) return presentValue(schema, entities, type.ofType, place);
  if (isListType(type)) {
    const item = type.ofType as GraphQLOutputType;
    return Array.from({ length: hash % 4 }, (_, index) => mockValue(schema, entities, item, `${place}[${index}]`));
  }
  if (isEnumType(type)) return type.getValues()[hash % type.getValues().length]?.value;
  if (isLeafType(type)) {
    const value = scalars[type.name];
    if (!value) throw new TypeError(`The mock data have no values for the scalar ${type.name}: add them`);
    return value(hash);
  }
  const __typename = isObjectType(type) ? type.name : possibleType(schema, type, hash);
  return {
    __typename,
    place,
    ...(entities.has(__typename) ? { id: ids[hash % ids.length] } : {}),
  } satisfies MockObject;
}

function possibleType(schema: GraphQLSchema, type: GraphQLAbstractType, hash: number): string {
  const names = schema.getPossibleTypes(type).map(({ name }) => name);
  return names.sort()[hash % names.length] ?? '';
}

/** The same text for the same arguments, regardless of their order and form. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, item]) => `${name}:${canonical(item)}`).join(',')}}`;
}
