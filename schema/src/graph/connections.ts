import { Kind, type ObjectTypeDefinitionNode, parse, print } from 'graphql';

/** What every connection has, by field; of `edges` and `nodes` the type follows from the connection's name. */
const fieldsOf = (node: string) => ({
  nodes: `[${node}!]!`,
  edges: `[${node}Edge!]!`,
  pageInfo: 'PageInfo!',
  totalCount: 'Int!',
});

/**
 * Connections that lack what clients may count on in each of them, one sentence each.
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
    .map(([field, type]) => `${name} has no ${field}: ${type}; every connection has one (see toCountedConnection).`);
}
