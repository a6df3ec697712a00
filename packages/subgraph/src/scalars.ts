import { longestEmailAddress, NewEmailAddress } from '@lyceum/contracts';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { DateTimeResolver } from 'graphql-scalars';

const expectedDateTime =
  'Expected a date and time with a time zone, as in RFC 3339, such as "2026-09-01T08:00:00Z", of the years 1 to 9999.';

/** A time whose year has four digits in UTC, so that answers can be sent back as input. */
function parseDateTime(parse: () => Date): Date {
  let moment: Date | undefined;
  try {
    moment = parse();
  } catch {
    // Reported below, with what is accepted.
  }
  const year = moment?.getUTCFullYear() ?? 0;
  if (!moment || !(year >= 1 && year <= 9999)) throw new GraphQLError(expectedDateTime);
  return moment;
}

const DateTime = new GraphQLScalarType<Date, Date>({
  ...DateTimeResolver.toConfig(),
  parseValue: (value) => parseDateTime(() => DateTimeResolver.parseValue(value)),
  parseLiteral: (node) => parseDateTime(() => DateTimeResolver.parseLiteral(node, {})),
});

const decimal = /^(-?)(\d{1,30})(\.\d{1,20})?$/;

/** Canonical: no leading zeros, no minus before zero. Trailing zeros are kept: `7.50` shows its precision. */
function parseDecimal(value: unknown): string {
  const [, sign = '', whole, fraction = ''] = typeof value === 'string' ? (decimal.exec(value) ?? []) : [];
  if (whole === undefined) {
    throw new GraphQLError(`Expected a decimal number as a string, such as "7.50", not ${JSON.stringify(value)}.`);
  }
  const canonical = `${whole.replace(/^0+(?=\d)/, '')}${fraction}`;
  return /[1-9]/.test(canonical) ? `${sign}${canonical}` : canonical;
}

const Decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  serialize: (value) => String(value),
  parseValue: parseDecimal,
  parseLiteral: (node) => parseDecimal(node.kind === Kind.STRING ? node.value : 'a number that is not a string'),
});

function parseCursor(value: unknown): string {
  if (typeof value === 'string' && value.length <= 200) return value;
  throw new GraphQLError('Expected a cursor returned by this API.');
}

const Cursor = new GraphQLScalarType<string, string>({
  name: 'Cursor',
  serialize: (value) => String(value),
  parseValue: parseCursor,
  parseLiteral: (node) => parseCursor(node.kind === Kind.STRING ? node.value : undefined),
});

function parseEmailAddress(value: unknown): string {
  const { success, data } = NewEmailAddress.safeParse(value);
  if (success) return data;
  throw new GraphQLError(
    `Expected an e-mail address such as ada@example.org, of at most ${longestEmailAddress} characters.`,
  );
}

/** The same addresses that events and domains accept, so that input is valid everywhere. */
const EmailAddress = new GraphQLScalarType<string, string>({
  name: 'EmailAddress',
  serialize: (value) => String(value),
  parseValue: parseEmailAddress,
  parseLiteral: (node) => parseEmailAddress(node.kind === Kind.STRING ? node.value : undefined),
});

function parseSafeInt(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new GraphQLError('Expected a whole number from -(2^53 - 1) to 2^53 - 1.');
}

const SafeInt = new GraphQLScalarType<number, number>({
  name: 'SafeInt',
  serialize: Number,
  parseValue: parseSafeInt,
  parseLiteral: (node) => parseSafeInt(node.kind === Kind.INT ? Number(node.value) : undefined),
});

/** Resolvers of the scalars that common.graphql declares. */
export const commonScalars = { DateTime, EmailAddress, Decimal, SafeInt, Cursor };
