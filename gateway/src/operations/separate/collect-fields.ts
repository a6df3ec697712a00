import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export type FieldCollector = (
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
) => ReadonlyMap<string, readonly FieldNode[]>;

/**
 * Creates the function that collects the fields selected on an object of a type, by response name, in the order of the
 * answer (GraphQL, section 6.3.2). The document must be valid.
 * @param variables coerced; used for `@skip` and `@include`
 */
export function createFieldCollector(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): FieldCollector {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }

  function isIncluded(node: { readonly directives?: readonly DirectiveNode[] }): boolean {
    if (!node.directives || node.directives.length === 0) return true;
    if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
  }

  function applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const conditional = schema.getType(condition);
    return isAbstractType(conditional) && schema.isSubType(conditional, type);
  }

  return (type, selectionSets) => {
    const fields = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    function collect(selections: readonly SelectionNode[]): void {
      for (const selection of selections) {
        if (!isIncluded(selection)) continue;
        if (selection.kind === Kind.FIELD) {
          const name = selection.alias?.value ?? selection.name.value;
          const known = fields.get(name);
          if (known) known.push(selection);
          else fields.set(name, [selection]);
          continue;
        }
        if (selection.kind === Kind.INLINE_FRAGMENT) {
          if (applies(selection.typeCondition?.name.value, type)) collect(selection.selectionSet.selections);
          continue;
        }
        const fragment = fragments.get(selection.name.value);
        if (!fragment || spread.has(fragment.name.value)) continue;
        spread.add(fragment.name.value);
        if (applies(fragment.typeCondition.name.value, type)) collect(fragment.selectionSet.selections);
      }
    }
    for (const { selections } of selectionSets) collect(selections);
    return fields;
  };
}
