import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * Every element of the schema that an operation uses, as schema coordinates: `Type`, `Type.field`,
 * `Type.field.argument`, `Input.field`, `Enum.VALUE`. It counts as using all fields and values of the input types and
 * enums it mentions.
 */
export function usedCoordinates(schema: GraphQLSchema, document: DocumentNode): Set<string> {
  const used = new Set<string>();
  const typeInfo = new TypeInfo(schema);

  function useType(type: GraphQLNamedType | null | undefined): void {
    if (!type || used.has(type.name)) return;
    used.add(type.name);
    if (isEnumType(type)) for (const value of type.getValues()) used.add(`${type.name}.${value.name}`);
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        used.add(`${type.name}.${field.name}`);
        useType(getNamedType(field.type));
      }
    }
  }

  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field() {
        const parent = typeInfo.getParentType();
        const field = typeInfo.getFieldDef();
        if (!parent || !field) return;
        useType(parent);
        used.add(`${parent.name}.${field.name}`);
        useType(getNamedType(field.type));
      },
      Argument() {
        const argument = typeInfo.getArgument();
        const parent = typeInfo.getParentType();
        const field = typeInfo.getFieldDef();
        if (!argument || !parent || !field) return;
        used.add(`${parent.name}.${field.name}.${argument.name}`);
        useType(getNamedType(argument.type));
      },
      NamedType(node) {
        useType(schema.getType(node.name.value));
      },
    }),
  );
  return used;
}
