import { commonScalars } from '@lyceum/subgraph';
import { type GraphQLScalarType, type GraphQLSchema, isScalarType, isSpecifiedScalarType } from 'graphql';

const implementations: Readonly<Record<string, GraphQLScalarType | undefined>> = commonScalars;

/**
 * Gives the scalars of a schema the same implementation as in subgraphs, so that an invalid value is refused before
 * planning. Output values stay as serialized by subgraphs. Modifies the schema in place.
 * @throws {TypeError} if a scalar has no implementation: add it to `commonScalars` of packages/subgraph
 */
export function withScalars(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isScalarType(type) || isSpecifiedScalarType(type)) continue;
    const implementation = implementations[type.name];
    if (!implementation) throw new TypeError(`the scalar ${type.name} has no implementation in commonScalars`);
    type.parseValue = implementation.parseValue;
    type.parseLiteral = implementation.parseLiteral;
  }
  return schema;
}
