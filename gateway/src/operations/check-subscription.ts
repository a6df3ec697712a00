import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, type SelectionNode } from 'graphql';

/**
 * Refuses conditions on a subscription's root field, which must not depend on variables. (GraphQL forbids them in
 * section 5.2.3.1; graphql-js 16 does not check it, and throws on such a document instead.)
 * @throws {GraphQLError} GRAPHQL_VALIDATION_FAILED
 */
export function refuseConditionalRoot(document: DocumentNode, operation: OperationDefinitionNode): void {
  const seen = new Set<string>();
  const toRead: SelectionNode[] = [...operation.selectionSet.selections];
  for (let selection = toRead.pop(); selection !== undefined; selection = toRead.pop()) {
    const condition = selection.directives?.find(({ name }) => name.value === 'skip' || name.value === 'include');
    if (condition) {
      throw new GraphQLError(
        `The root field of a subscription must not depend on @${condition.name.value}: remove the directive, or subscribe to another operation.`,
        { nodes: condition, extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } },
      );
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) toRead.push(...selection.selectionSet.selections);
    if (selection.kind !== Kind.FRAGMENT_SPREAD || seen.has(selection.name.value)) continue;
    seen.add(selection.name.value);
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION && seen.has(definition.name.value)) {
        if (definition.name.value === selection.name.value) toRead.push(...definition.selectionSet.selections);
      }
    }
  }
}
