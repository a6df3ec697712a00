import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode } from 'graphql';

/**
 * The operation of a document to run. An empty name counts as none: clients send it for documents with one operation.
 * @throws {GraphQLError} OPERATION_RESOLUTION_FAILURE (400) if no operation has the name, or a name is required; the
 * message lists the operations
 */
export function selectOperation(document: DocumentNode, operationName: string | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const [only, ...others] = operations as OperationDefinitionNode[];
  if (!only) throw unresolved('The document has no operation, only fragments.');
  if (operationName) {
    const named = [only, ...others].filter(({ name }) => name?.value === operationName);
    if (named[0] && named.length === 1) return named[0];
    throw unresolved(
      `The document has no operation ${JSON.stringify(operationName)}; it has ${list([only, ...others])}.`,
    );
  }
  if (others.length === 0) return only;
  throw unresolved(`The document has several operations: set "operationName" to one of ${list([only, ...others])}.`);
}

function list(operations: readonly OperationDefinitionNode[]): string {
  const names = operations.map(({ name }) => (name ? JSON.stringify(name.value) : 'one without a name'));
  return names.length > 10 ? `${names.slice(0, 10).join(', ')} and ${names.length - 10} others` : names.join(', ');
}

function unresolved(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } });
}
