import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode, visit } from 'graphql';

export interface DocumentMeasure {
  readonly depth: number;
  readonly nesting: number;
  readonly fields: number;
  readonly rootFields: number;
  readonly directives: number;
}

const nothing: DocumentMeasure = { depth: 0, nesting: 0, fields: 0, rootFields: 0, directives: 0 };

/**
 * Measures the worst operation of a document with fragments expanded. Each fragment is measured once, after the
 * fragments it spreads, so that a few lines that expand to billions of fields take no longer than their text. A
 * fragment that spreads itself counts as nothing there: validation refuses it.
 */
export function measureDocument(document: DocumentNode): DocumentMeasure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, DocumentMeasure>();
  for (const name of dependenciesFirst(fragments)) {
    const fragment = fragments.get(name);
    if (fragment) measured.set(name, measure(fragment.selectionSet, measured));
  }
  let worst = nothing;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const own = measure(definition.selectionSet, measured);
    const directives = own.directives + (definition.directives?.length ?? 0);
    worst = largest(worst, { ...own, directives });
  }
  return worst;
}

/** Recursion is no deeper than the text's brackets, whose depth was checked before. */
function measure(selectionSet: SelectionSetNode, fragments: ReadonlyMap<string, DocumentMeasure>): DocumentMeasure {
  let { depth, nesting, fields, rootFields, directives } = nothing;
  for (const selection of selectionSet.selections) {
    directives += selection.directives?.length ?? 0;
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? (fragments.get(selection.name.value) ?? nothing)
        : selection.selectionSet
          ? measure(selection.selectionSet, fragments)
          : nothing;
    const isField = selection.kind === Kind.FIELD;
    depth = Math.max(depth, inner.depth + (isField ? 1 : 0));
    nesting = Math.max(nesting, inner.nesting);
    fields += inner.fields + (isField ? 1 : 0);
    rootFields += isField ? 1 : inner.rootFields;
    directives += inner.directives;
  }
  return { depth, nesting: nesting + 1, fields, rootFields, directives };
}

function largest(a: DocumentMeasure, b: DocumentMeasure): DocumentMeasure {
  return {
    depth: Math.max(a.depth, b.depth),
    nesting: Math.max(a.nesting, b.nesting),
    fields: Math.max(a.fields, b.fields),
    rootFields: Math.max(a.rootFields, b.rootFields),
    directives: Math.max(a.directives, b.directives),
  };
}

/** Names of fragments, each after those it spreads; not recursive, since a chain may be long. */
function dependenciesFirst(fragments: ReadonlyMap<string, FragmentDefinitionNode>): Iterable<string> {
  const ordered = new Set<string>();
  const entered = new Set<string>();
  for (const root of fragments.keys()) {
    const stack = [root];
    for (let name = stack.at(-1); name !== undefined; name = stack.at(-1)) {
      const fragment = fragments.get(name);
      if (entered.has(name) || !fragment) {
        if (fragment) ordered.add(name);
        stack.pop();
        continue;
      }
      entered.add(name);
      stack.push(...spreadsIn(fragment).filter((spread) => !entered.has(spread)));
    }
  }
  return ordered;
}

function spreadsIn(fragment: FragmentDefinitionNode): string[] {
  const names = new Set<string>();
  visit(fragment, { FragmentSpread: (spread) => void names.add(spread.name.value) });
  return [...names];
}
