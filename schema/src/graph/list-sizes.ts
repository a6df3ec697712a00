import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
} from 'graphql';

type TypeNodeOf = Pick<ObjectTypeDefinitionNode, 'name' | 'fields'>;

/**
 * Fields that return a list of unknown size, one sentence each. Every list needs `@listSize`, or must be in the
 * `sizedFields` of every field that returns its type; without it the gateway cannot estimate the cost of an operation.
 * @param supergraph its SDL
 */
export function findUnsizedLists(supergraph: string): string[] {
  const types = parse(supergraph).definitions.filter(
    (definition): definition is ObjectTypeDefinitionNode =>
      (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) &&
      !definition.name.value.startsWith('__'),
  );
  return types.flatMap((type) => (type.fields ?? []).flatMap((field) => faultsOf(type, field, types)));
}

function faultsOf(type: TypeNodeOf, field: FieldDefinitionNode, types: readonly TypeNodeOf[]): string[] {
  const coordinate = `${type.name.value}.${field.name.value}`;
  const listSize = listSizeOf(field);
  if (listSize) {
    const sliced = stringsOf(listSize, 'slicingArguments');
    const unknown = sliced.filter((name) => !field.arguments?.some((argument) => argument.name.value === name));
    if (unknown.length > 0) return [`${coordinate} has no argument "${unknown[0]}" that its @listSize slices by.`];
    if (argumentOf(listSize, 'assumedSize')) return [];
    return [`${coordinate} has a @listSize without assumedSize: add the size that a page or a list has by default.`];
  }
  if (!isList(field.type)) return [];
  const answering = types.flatMap((parent) =>
    (parent.fields ?? [])
      .filter((candidate) => namedType(candidate.type) === type.name.value && !isList(candidate.type))
      .map((candidate) => ({ coordinate: `${parent.name.value}.${candidate.name.value}`, field: candidate })),
  );
  const unsized = answering.filter(({ field: candidate }) => {
    const directive = listSizeOf(candidate);
    return !directive || !stringsOf(directive, 'sizedFields').includes(field.name.value);
  });
  if (answering.length > 0 && unsized.length < answering.length) {
    return unsized.map(
      ({ coordinate: place }) =>
        `${place} does not state the size of ${coordinate}: add @listSize(assumedSize: 20, slicingArguments: ["first"], sizedFields: ["${field.name.value}"], requireOneSlicingArgument: false) to it.`,
    );
  }
  return [
    `${coordinate} returns a list of unknown size: add @listSize(assumedSize: …) with the size of a large but realistic list, and limit what can be stored.`,
  ];
}

function listSizeOf({ directives }: FieldDefinitionNode): ConstDirectiveNode | undefined {
  return directives?.find(({ name }) => name.value === 'listSize' || name.value.endsWith('__listSize'));
}

function argumentOf(directive: ConstDirectiveNode, name: string) {
  return directive.arguments?.find((argument) => argument.name.value === name)?.value;
}

function stringsOf(directive: ConstDirectiveNode, name: string): string[] {
  const value = argumentOf(directive, name);
  const items = value?.kind === Kind.LIST ? value.values : value ? [value] : [];
  return items.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : []));
}

function isList(type: TypeNode): boolean {
  return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
