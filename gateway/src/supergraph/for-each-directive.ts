import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';

/**
 * Visits the directives of the types that fields answer, and of their fields.
 * @param visit is given each with its place: `Type` or `Type.field`
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
