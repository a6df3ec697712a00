import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
} from 'graphql';

/** One level of a selection: a field, or the narrowing of an abstract type. */
export type Step =
  | { readonly kind: 'field'; readonly field: GraphQLField<unknown, unknown>; readonly to: GraphQLNamedType }
  | { readonly kind: 'on'; readonly to: GraphQLObjectType };

/** Every step from a type to another that has fields. */
export function stepsFrom(schema: GraphQLSchema, type: GraphQLNamedType): Step[] {
  if (isAbstractType(type)) return schema.getPossibleTypes(type).map((to) => ({ kind: 'on', to }));
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field): Step[] => {
    const to = getNamedType(field.type);
    return isCompositeType(to) ? [{ kind: 'field', field, to }] : [];
  });
}

/** The shortest path from a type to another; undefined if there is none. */
export function shortestPath(schema: GraphQLSchema, from: GraphQLNamedType, to: GraphQLNamedType): Step[] | undefined {
  const reached = new Map<string, Step[]>([[from.name, []]]);
  const toVisit = [from];
  for (let type = toVisit.shift(); type; type = toVisit.shift()) {
    const path = reached.get(type.name) ?? [];
    if (type === to) return path;
    for (const step of stepsFrom(schema, type)) {
      if (reached.has(step.to.name)) continue;
      reached.set(step.to.name, [...path, step]);
      toVisit.push(step.to);
    }
  }
  return undefined;
}

/** Every type with fields that is reachable from a type, including itself. */
export function reachableTypes(schema: GraphQLSchema, from: GraphQLNamedType): GraphQLNamedType[] {
  const reached = new Map([[from.name, from]]);
  for (const type of reached.values()) for (const { to } of stepsFrom(schema, type)) reached.set(to.name, to);
  return [...reached.values()];
}

/** The number of fields on a path. */
export function depthOf(path: readonly Step[]): number {
  return path.filter(({ kind }) => kind === 'field').length;
}
