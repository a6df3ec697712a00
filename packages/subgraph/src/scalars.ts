import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { DateTimeResolver, EmailAddressResolver } from 'graphql-scalars';

const decimal = /^-?\d{1,30}(\.\d{1,20})?$/;

function parseDecimal(value: unknown): string {
  if (typeof value === 'string' && decimal.test(value)) return value;
  throw new GraphQLError(`Expected a decimal number as a string, such as "7.50", not ${JSON.stringify(value)}.`);
}

const Decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  serialize: (value) => String(value),
  parseValue: parseDecimal,
  parseLiteral: (node) => parseDecimal(node.kind === Kind.STRING ? node.value : 'a number that is no string'),
});

function parseCursor(value: unknown): string {
  if (typeof value === 'string' && value.length <= 200) return value;
  throw new GraphQLError('Expected a cursor that this API gave out.');
}

const Cursor = new GraphQLScalarType<string, string>({
  name: 'Cursor',
  serialize: (value) => String(value),
  parseValue: parseCursor,
  parseLiteral: (node) => parseCursor(node.kind === Kind.STRING ? node.value : undefined),
});

/** Resolvers of the scalars that common.graphql declares. */
export const commonScalars = { DateTime: DateTimeResolver, EmailAddress: EmailAddressResolver, Decimal, Cursor };
