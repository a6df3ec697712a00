import { hasScopes, type Viewer } from '@lyceum/auth';
import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  valueFromASTUntyped,
} from 'graphql';
import { forbidden, unauthenticated } from './errors.ts';

type Directives = ObjectTypeDefinitionNode['directives'];
const accessDirectives = ['authenticated', 'requiresScopes'];

type Check = (viewer: Viewer | null) => void;

/**
 * Makes the schema enforce `@authenticated` and `@requiresScopes` on fields and object types, however they are reached:
 * the resolvers of protected fields and the reference resolvers of protected types check the viewer first, so a refused
 * viewer does not learn whether an entity exists. Modifies the schema in place.
 */
export function enforceAccess(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (!isObjectType(type)) {
      refuseDirectives(type);
      continue;
    }
    const nodes: (ObjectTypeDefinitionNode | ObjectTypeExtensionNode)[] = [...type.extensionASTNodes];
    if (type.astNode) nodes.push(type.astNode);
    const typeChecks = nodes.flatMap((node) => checksOf(node.directives, type.name));
    guardReferences(type, typeChecks);
    for (const field of Object.values(type.getFields())) {
      const checks = [...typeChecks, ...checksOf(field.astNode?.directives, `${type.name}.${field.name}`)];
      if (checks.length === 0) continue;
      field.resolve = guarded(field.resolve ?? defaultFieldResolver, checks);
      if (field.subscribe) field.subscribe = guarded(field.subscribe, checks);
    }
  }
  return schema;
}

/** On scalars and enums they would not be enforced; on interfaces federation refuses them itself. */
function refuseDirectives(type: GraphQLNamedType): void {
  const nodes: { readonly directives?: Directives }[] = [type.astNode ?? {}, ...type.extensionASTNodes];
  const directive = nodes
    .flatMap((node) => node.directives ?? [])
    .find(({ name }) => accessDirectives.includes(name.value));
  if (!directive) return;
  throw new TypeError(
    `@${directive.name.value} on ${type.name} is not enforced: put it on object types and their fields.`,
  );
}

type ResolveReference = (reference: object, context: { viewer: Viewer | null }, info: unknown) => unknown;

/** Where federation stores a type's `__resolveReference`. */
interface FederatedExtensions {
  readonly apollo?: { subgraph?: { resolveReference?: ResolveReference } };
}

function guardReferences(type: GraphQLObjectType, checks: readonly Check[]): void {
  const { apollo }: FederatedExtensions = type.extensions;
  const subgraph = apollo?.subgraph;
  const resolve = subgraph?.resolveReference;
  if (!subgraph || !resolve || checks.length === 0) return;
  // Rejects, since throwing here would fail all references of the request.
  subgraph.resolveReference = async (reference, context, info) => {
    for (const check of checks) check(context.viewer);
    return resolve(reference, context, info);
  };
}

function guarded(
  resolve: GraphQLFieldResolver<unknown, { viewer: Viewer | null }>,
  checks: readonly Check[],
): GraphQLFieldResolver<unknown, { viewer: Viewer | null }> {
  return (source, args, context, info) => {
    for (const check of checks) check(context.viewer);
    return resolve(source, args, context, info);
  };
}

function checksOf(directives: Directives, coordinate: string): Check[] {
  return (directives ?? []).flatMap((directive) => {
    switch (directive.name.value) {
      case 'authenticated':
        return (viewer: Viewer | null) => {
          if (!viewer) throw unauthenticated(`${coordinate} requires an access token: sign in first.`);
        };
      case 'requiresScopes': {
        const argument = directive.arguments?.find(({ name }) => name.value === 'scopes');
        const anyOf = argument ? scopeSets(valueFromASTUntyped(argument.value)) : [];
        return (viewer: Viewer | null) => {
          if (!viewer) throw unauthenticated(`${coordinate} requires an access token: sign in first.`);
          if (!hasScopes(viewer, anyOf)) {
            throw forbidden(`${coordinate} requires ${anyOf.map((allOf) => allOf.join(' and ')).join(', or ')}.`);
          }
        };
      }
      default:
        return [];
    }
  });
}

/** `[[String!]!]!`; GraphQL coerces a single item to a list, at both levels. */
function scopeSets(value: unknown): string[][] {
  const sets = Array.isArray(value) ? value : [value];
  return sets.map((set) => (Array.isArray(set) ? set : [set]));
}
