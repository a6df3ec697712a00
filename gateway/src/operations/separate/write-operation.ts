import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { SelectedField, Selection } from './selection.ts';

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** The document for a selection, with the planned names: one operation, without conditions. */
export function writeOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  selection: Selection,
): DocumentNode {
  const selectionSet = write(selection);
  const hasIntrospection = [...selection.byPlannedName.values()].some(({ kind }) => kind === 'introspection');
  const fragments = hasIntrospection ? fragmentsIn(document, selectionSet) : [];
  const used = new Set<string>();
  for (const node of [selectionSet, ...fragments]) visit(node, { Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value));
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation, selectionSet, ...(variableDefinitions ? { variableDefinitions } : {}) },
      ...fragments,
    ],
  };
}

function write({ type, byType }: Selection): SelectionSetNode {
  if (!isAbstractType(type)) return selectionSetOf(writeFields(byType.get(type.name) ?? []));
  const fragments = [...byType].flatMap(([name, fields]): SelectionNode[] => {
    const selections = writeFields(fields);
    if (selections.length === 0) return [];
    return [
      {
        kind: Kind.INLINE_FRAGMENT,
        typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
        selectionSet: selectionSetOf(selections),
      },
    ];
  });
  // `__typename` identifies the applicable fragment when the answer is restored.
  return selectionSetOf([typename, ...fragments]);
}

function writeFields(fields: readonly SelectedField[]): FieldNode[] {
  return fields.filter(({ kind }) => kind !== 'typename').map(writeField);
}

function writeField({ node, plannedName, kind, below }: SelectedField): FieldNode {
  const { alias: _alias, directives = [], selectionSet, ...field } = node;
  const isRenamed = plannedName !== node.name.value;
  return {
    ...field,
    ...(isRenamed ? { alias: { kind: Kind.NAME, value: plannedName } } : {}),
    directives: directives.filter(({ name }) => name.value !== 'skip' && name.value !== 'include'),
    ...(kind === 'introspection' && selectionSet ? { selectionSet } : {}),
    ...(below ? { selectionSet: write(below) } : {}),
  };
}

function selectionSetOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections: selections.length > 0 ? selections : [typename] };
}

/** The fragments that a selection set spreads, transitively. */
function fragmentsIn(document: DocumentNode, selectionSet: SelectionSetNode): FragmentDefinitionNode[] {
  const found = new Map<string, FragmentDefinitionNode>();
  const toRead: (SelectionSetNode | FragmentDefinitionNode)[] = [selectionSet];
  for (let node = toRead.pop(); node !== undefined; node = toRead.pop()) {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = document.definitions.find(
          (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name.value,
        );
        if (fragment?.kind !== Kind.FRAGMENT_DEFINITION || found.has(name.value)) return;
        found.set(name.value, fragment);
        toRead.push(fragment);
      },
    });
  }
  return [...found.values()];
}
