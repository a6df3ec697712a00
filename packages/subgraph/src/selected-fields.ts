import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

const known = new WeakMap<FieldNode, number>();

/**
 * The number of fields selected of each object that a field returns, regardless of its type: those of fragments add up.
 */
export function countSelectedFields({ fieldNodes, fragments }: GraphQLResolveInfo): number {
  return fieldNodes.reduce((sum, node) => sum + countOf(node, fragments), 0);
}

function countOf(node: FieldNode, fragments: GraphQLResolveInfo['fragments']): number {
  let count = known.get(node);
  if (count === undefined) {
    count = node.selectionSet ? countIn(node.selectionSet, fragments) : 0;
    known.set(node, count);
  }
  return count;
}

/** The gateway expands at most 500 fields into one document, and a valid document has no fragment cycles. */
function countIn({ selections }: SelectionSetNode, fragments: GraphQLResolveInfo['fragments']): number {
  return selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FIELD) return sum + 1;
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    return fragment ? sum + countIn(fragment.selectionSet, fragments) : sum;
  }, 0);
}
