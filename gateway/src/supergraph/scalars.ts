import { commonScalars } from '@lyceum/subgraph';
import { type GraphQLScalarType, type GraphQLSchema, isScalarType, isSpecifiedScalarType } from 'graphql';

const implementations: Readonly<Record<string, GraphQLScalarType | undefined>> = commonScalars;

/**
 * Gives the scalars of a schema the meaning that they have in subgraphs, so that a wrong value is refused before anything
 * is planned. Values of answers stay as subgraphs wrote them. Changes the schema in place.
 * @throws {TypeError} where a scalar has no implementation: add it to `commonScalars` of packages/subgraph
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
