import { Kind, type ObjectTypeDefinitionNode, parse, print } from 'graphql';

/** The required fields of every connection; the types of `edges` and `nodes` follow from the connection's name. */
const fieldsOf = (node: string) => ({
  nodes: `[${node}!]!`,
  edges: `[${node}Edge!]!`,
  pageInfo: 'PageInfo!',
  totalCount: 'Int!',
});

/**
 * Connections that lack a required field, one sentence each.
 * @param api the SDL that clients see
 */
export function findIncompleteConnections(api: string): string[] {
  return parse(api)
    .definitions.filter(
      (definition): definition is ObjectTypeDefinitionNode =>
        definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value.endsWith('Connection'),
    )
    .flatMap(faultsOf);
}

function faultsOf({ name: { value: name }, fields = [] }: ObjectTypeDefinitionNode): string[] {
  const types = new Map(fields.map((field) => [field.name.value, print(field.type)]));
  return Object.entries(fieldsOf(name.replace(/Connection$/, '')))
    .filter(([field, type]) => types.get(field) !== type)
    .map(
      ([field, type]) => `${name} has no ${field}: ${type}; every connection must have one (see toCountedConnection).`,
    );
}
