import { type FieldNode, type GraphQLFormattedError, Kind, parse, type SelectionSetNode } from 'graphql';
import type { SubgraphFault } from './subgraph-fault.ts';

/** More errors for the same fault add no information. */
const mostPlaces = 100;

/**
 * One error for each field that a failed fetch should have returned, with its path in the fetch, so that a client finds
 * the error where the value is missing: root fields, or the fields of each entity (`_entities`, index, field).
 */
export function placeFault(
  fault: SubgraphFault,
  query: string,
  variables: Readonly<Record<string, unknown>> | undefined,
): readonly GraphQLFormattedError[] {
  const operation = parse(query, { noLocation: true }).definitions.find(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const rootFields = operation ? fieldsOf(operation.selectionSet) : [];
  const representations = variables?.representations;
  const paths =
    rootFields[0]?.name.value === '_entities' && Array.isArray(representations)
      ? entityPaths(rootFields[0], representations)
      : rootFields.map((field) => [responseName(field)]);
  return paths.slice(0, mostPlaces).map((path) => ({ message: fault.message, path, extensions: fault.extensions }));
}

function entityPaths(entities: FieldNode, representations: readonly unknown[]): (string | number)[][] {
  const selections = entities.selectionSet?.selections ?? [];
  return representations.flatMap((representation, index) => {
    const typename = (representation as { __typename?: unknown } | null)?.__typename;
    return selections.flatMap((selection) =>
      selection.kind === Kind.INLINE_FRAGMENT && selection.typeCondition?.name.value === typename
        ? fieldsOf(selection.selectionSet).map((field) => ['_entities', index, responseName(field)])
        : [],
    );
  });
}

function fieldsOf(selectionSet: SelectionSetNode): FieldNode[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === '__typename' ? [] : [selection];
    return selection.kind === Kind.INLINE_FRAGMENT ? fieldsOf(selection.selectionSet) : [];
  });
}

function responseName(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
