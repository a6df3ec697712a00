import {
  type DocumentNode,
  Kind,
  type NamedTypeNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeNode,
} from 'graphql';

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/** The SDL of one subgraph. */
export interface SubgraphSdl {
  readonly name: string;
  readonly typeDefs: DocumentNode;
}

/**
 * Fields across subgraphs that are not nullable, one sentence each. Another subgraph may be unavailable, or hide its
 * part from the viewer: a field that returns another subgraph's entity, or that extends one, must be nullable, or it
 * would null its parents.
 */
export function findUnsafeForeignFields(subgraphs: readonly SubgraphSdl[]): string[] {
  const owners = new Map(
    subgraphs.flatMap(({ name, typeDefs }) => ownedBy(typeDefs).map((type) => [type, name] as const)),
  );
  return subgraphs.flatMap(({ name, typeDefs }) => {
    const isForeign = (type: string) => owners.has(type) && owners.get(type) !== name;
    return objectsIn(typeDefs).flatMap((object) => faultsOf(name, object, isForeign));
  });
}

function faultsOf(subgraph: string, object: ObjectNode, isForeign: (type: string) => boolean): string[] {
  const typeName = object.name.value;
  return (object.fields ?? []).flatMap((field) => {
    const coordinate = `${typeName}.${field.name.value}`;
    if (isForeign(typeName) && !keysOf(object).includes(field.name.value) && field.type.kind === Kind.NON_NULL_TYPE) {
      return [`${subgraph}: ${coordinate} is a field of another subgraph's entity: make it nullable.`];
    }
    return nonNullTypes(field.type).some((type) => isForeign(type.name.value))
      ? [`${subgraph}: ${coordinate} returns another subgraph's entity: make it nullable.`]
      : [];
  });
}

/** The entities that a subgraph defines itself: neither extensions nor stubs. */
function ownedBy(typeDefs: DocumentNode): string[] {
  return objectsIn(typeDefs)
    .filter(({ kind, directives = [] }) => {
      const key = directives.find(({ name }) => name.value === 'key');
      const isStub = key?.arguments?.some(
        ({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value,
      );
      return kind === Kind.OBJECT_TYPE_DEFINITION && key !== undefined && !isStub;
    })
    .map(({ name }) => name.value);
}

function objectsIn(typeDefs: DocumentNode): ObjectNode[] {
  return typeDefs.definitions.filter(
    (definition): definition is ObjectNode =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
}

function keysOf({ directives = [] }: ObjectNode): string[] {
  const keys = directives.filter(({ name }) => name.value === 'key');
  const fields = keys.flatMap((key) => key.arguments?.find(({ name }) => name.value === 'fields')?.value ?? []);
  return ['id', ...fields.flatMap((value) => (value.kind === Kind.STRING ? value.value.split(' ') : []))];
}

/** The named types of a field's type in non-null positions, as the field itself or as an item. */
function nonNullTypes(type: TypeNode): NamedTypeNode[] {
  if (type.kind === Kind.NAMED_TYPE) return [];
  if (type.kind === Kind.LIST_TYPE) return nonNullTypes(type.type);
  return type.type.kind === Kind.NAMED_TYPE ? [type.type] : nonNullTypes(type.type);
}
