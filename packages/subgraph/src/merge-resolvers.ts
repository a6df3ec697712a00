import {
  type DocumentNode,
  GraphQLScalarType,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';
import { connectionResolvers } from './id-page.ts';

/** Resolvers by type and field. */
export type ResolverMap = Readonly<Record<string, GraphQLScalarType | Readonly<Record<string, unknown>>>>;

const rootTypes = ['Query', 'Mutation', 'Subscription'];

/**
 * Merges the resolvers of several concepts. Connections of the SDL count their lists by `connectionResolvers`.
 * @throws {Error} if two maps resolve the same field, if a field is not in the SDL, or if a field of `Query`,
 *   `Mutation` or `Subscription` has no resolver
 */
export function mergeResolvers(typeDefs: DocumentNode, maps: readonly ResolverMap[]): ResolverMap {
  const fields = fieldsOf(typeDefs);
  const merged: Record<string, GraphQLScalarType | Record<string, unknown>> = {};
  for (const map of maps) {
    for (const [type, resolvers] of Object.entries(map)) {
      if (resolvers instanceof GraphQLScalarType) {
        if (Object.hasOwn(merged, type)) throw new Error(`Two concepts define the scalar ${type}: keep only one.`);
        merged[type] = resolvers;
        continue;
      }
      const known = (merged[type] ?? {}) as Record<string, unknown>;
      for (const [field, resolver] of Object.entries(resolvers)) {
        if (Object.hasOwn(known, field))
          throw new Error(`Two concepts resolve ${type}.${field}: keep only one resolver.`);
        if (!field.startsWith('__') && !fields.get(type)?.has(field)) {
          throw new Error(`There is a resolver for ${type}.${field}, which is not in the SDL.`);
        }
        known[field] = resolver;
      }
      merged[type] = known;
    }
  }
  for (const [type, names] of fields) {
    if (type.endsWith('Connection') && names.has('totalCount')) {
      merged[type] = { ...connectionResolvers, ...(merged[type] as Record<string, unknown> | undefined) };
    }
    if (!rootTypes.includes(type)) continue;
    const missing = [...names].find((name) => !Object.hasOwn(merged[type] ?? {}, name));
    if (missing) throw new Error(`${type}.${missing} has no resolver: add one to the resolvers of its concept.`);
  }
  return merged;
}

function fieldsOf(typeDefs: DocumentNode): Map<string, Set<string>> {
  const fields = new Map<string, Set<string>>();
  for (const definition of typeDefs.definitions) {
    if (!isObjectType(definition)) continue;
    const names = fields.get(definition.name.value) ?? new Set();
    for (const { name } of definition.fields ?? []) names.add(name.value);
    fields.set(definition.name.value, names);
  }
  return fields;
}

function isObjectType(
  definition: DocumentNode['definitions'][number],
): definition is ObjectTypeDefinitionNode | ObjectTypeExtensionNode {
  return definition.kind === 'ObjectTypeDefinition' || definition.kind === 'ObjectTypeExtension';
}
