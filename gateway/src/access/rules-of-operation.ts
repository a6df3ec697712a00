import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { AccessRule, AccessRules } from './access-rules.ts';

/**
 * The rules that apply to an operation, each once: those of every selected field, of the field's parent type, and of
 * the type it returns. A field of an interface includes the rules of every implementing type, since any of them may be
 * returned. Fragments are read once each; `@skip` and `@include` are ignored.
 */
export function rulesOfOperation(
  schema: GraphQLSchema,
  rules: AccessRules,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly AccessRule[] {
  const met = new Set<AccessRule>();
  const typeInfo = new TypeInfo(schema);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const toRead: ASTNode[] = [operation];

  function meet(coordinate: string): void {
    for (const rule of rules.of(coordinate)) met.add(rule);
  }

  const visitor = visitWithTypeInfo(typeInfo, {
    Field(field: FieldNode) {
      const name = field.name.value;
      if (name === '__schema' || name === '__type') return false;
      const parent = typeInfo.getParentType();
      if (!parent) return undefined;
      meet(parent.name);
      meet(`${parent.name}.${name}`);
      if (isInterfaceType(parent) && name !== '__typename') {
        for (const type of schema.getPossibleTypes(parent)) {
          meet(type.name);
          meet(`${type.name}.${name}`);
        }
      }
      const definition = typeInfo.getFieldDef();
      if (definition) meet(getNamedType(definition.type).name);
      return undefined;
    },
    FragmentSpread(spread) {
      const fragment = fragments.get(spread.name.value);
      fragments.delete(spread.name.value);
      if (fragment) toRead.push(fragment);
    },
  });
  for (let node = toRead.pop(); node !== undefined; node = toRead.pop()) visit(node, visitor);
  return [...met];
}
