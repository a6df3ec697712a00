import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';

/**
 * Visits the directives of types and of their fields.
 * @param visit called with each directive and its coordinate: `Type` or `Type.field`
 */
export function forEachDirective(
  supergraph: DocumentNode,
  visit: (coordinate: string, directive: ConstDirectiveNode) => void,
): void {
  function visitAll(coordinate: string, directives: readonly ConstDirectiveNode[] = []): void {
    for (const directive of directives) visit(coordinate, directive);
  }

  for (const definition of supergraph.definitions) {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        visitAll(definition.name.value, definition.directives);
        for (const field of definition.fields ?? []) {
          visitAll(`${definition.name.value}.${field.name.value}`, field.directives);
        }
        break;
      case Kind.SCALAR_TYPE_DEFINITION:
      case Kind.ENUM_TYPE_DEFINITION:
        visitAll(definition.name.value, definition.directives);
        break;
    }
  }
}
