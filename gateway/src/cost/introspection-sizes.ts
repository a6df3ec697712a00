import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/**
 * The sizes of introspection's lists, by coordinate: exact for `__Schema.types` and `__Schema.directives`; for the
 * lists of each type, field or directive, the mean over all of them, rounded up.
 */
export function introspectionSizes(schema: GraphQLSchema): ReadonlyMap<string, number> {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives();
  const ofTypes = (count: (type: GraphQLNamedType) => number) => mean(types.map(count));
  return new Map([
    ['__Schema.types', types.length],
    ['__Schema.directives', directives.length],
    ['__Type.fields', ofTypes((type) => fieldsOf(type).length)],
    ['__Type.interfaces', ofTypes((type) => (hasFields(type) ? type.getInterfaces().length : 0))],
    ['__Type.possibleTypes', ofTypes((type) => (isAbstractType(type) ? schema.getPossibleTypes(type).length : 0))],
    ['__Type.enumValues', ofTypes((type) => (isEnumType(type) ? type.getValues().length : 0))],
    ['__Type.inputFields', ofTypes((type) => (isInputObjectType(type) ? Object.keys(type.getFields()).length : 0))],
    ['__Field.args', mean(types.flatMap(fieldsOf).map(({ args }) => args.length))],
    ['__Directive.args', mean(directives.map(({ args }) => args.length))],
    ['__Directive.locations', mean(directives.map(({ locations }) => locations.length))],
  ]);
}

function fieldsOf(type: GraphQLNamedType): GraphQLField<unknown, unknown>[] {
  return hasFields(type) ? Object.values(type.getFields()) : [];
}

function hasFields(type: GraphQLNamedType): type is GraphQLObjectType | GraphQLInterfaceType {
  return isObjectType(type) || isInterfaceType(type);
}

function mean(counts: readonly number[]): number {
  return Math.ceil(counts.reduce((sum, count) => sum + count, 0) / Math.max(counts.length, 1));
}
