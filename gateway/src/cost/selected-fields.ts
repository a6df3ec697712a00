import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { GivenVariables } from './variables.ts';

/** The contents of a selection set for an object: fields, and the selection sets of fragments that apply to it. */
export interface Selected {
  readonly fields: readonly FieldNode[];
  readonly fragments: readonly SelectionSetNode[];
}

/**
 * Creates the function that reads selection sets; it omits what `@skip` and `@include` exclude with these variables.
 */
export function createSelectionReader(schema: GraphQLSchema, document: DocumentNode, variables: GivenVariables) {
  const definitions = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) definitions.set(definition.name.value, definition);
  }

  function isExcluded(directives: readonly DirectiveNode[] | undefined): boolean {
    return (directives ?? []).some(({ name, arguments: given }) => {
      const condition = variables.valueOf(given?.find((argument) => argument.name.value === 'if')?.value);
      return (name.value === 'skip' && condition === true) || (name.value === 'include' && condition === false);
    });
  }

  function applies({ typeCondition }: FragmentDefinitionNode | InlineFragmentNode, type: GraphQLObjectType): boolean {
    if (!typeCondition || typeCondition.name.value === type.name) return true;
    const condition = schema.getType(typeCondition.name.value);
    return isAbstractType(condition) && schema.isSubType(condition, type);
  }

  return function read({ selections }: SelectionSetNode, type: GraphQLObjectType): Selected {
    const fields: FieldNode[] = [];
    const fragments: SelectionSetNode[] = [];
    for (const selection of selections) {
      if (isExcluded(selection.directives)) continue;
      if (selection.kind === Kind.FIELD) {
        fields.push(selection);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : definitions.get(selection.name.value);
      if (fragment && applies(fragment, type)) fragments.push(fragment.selectionSet);
    }
    return { fields, fragments };
  };
}
