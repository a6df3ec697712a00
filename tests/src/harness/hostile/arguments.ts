import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** Existing ids, by the name of their type in lower camel case: `{ course: '…' }`. */
export type Seeds = Readonly<Record<string, string>>;

const nobody = '00000000-0000-7000-8000-000000000000';

/** The arguments of a field as text: the required ones, and the page size. */
export function argumentsOf(field: GraphQLField<unknown, unknown>, first: number, seeds: Seeds): string {
  const given = field.args
    .filter((argument) => argument.name === 'first' || isRequiredArgument(argument))
    .map((argument) => `${argument.name}: ${writtenArgument(argument, field.name, first, seeds)}`);
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

function writtenArgument(
  argument: GraphQLArgument | GraphQLInputField,
  field: string,
  first: number,
  seeds: Seeds,
): string {
  if (argument.name === 'first') return String(first);
  return inputOf(argument.type, argument.name, field, seeds);
}

function inputOf(given: GraphQLInputType, name: string, field: string, seeds: Seeds): string {
  const type = getNullableType(given);
  if (isListType(type)) return `[${inputOf(type.ofType, name, field, seeds)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${fields.map((each) => `${each.name}: ${inputOf(each.type, each.name, field, seeds)}`).join(', ')} }`;
  }
  switch (getNamedType(type).name) {
    case 'ID':
      return JSON.stringify(seeds[name === 'id' ? field : name.replace(/Id$/, '')] ?? nobody);
    case 'Int':
      return '1';
    case 'Float':
      return '1.5';
    case 'Boolean':
      return 'true';
    case 'EmailAddress':
      return '"nobody@school.example"';
    case 'Decimal':
      return '"1.00"';
    case 'DateTime':
      return '"2026-01-01T00:00:00Z"';
    default:
      return '"some text of some length"';
  }
}
