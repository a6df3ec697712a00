import fc from 'fast-check';
import { type GraphQLScalarType, parseValue as parseLiteral } from 'graphql';
import { commonScalars } from './scalars.ts';

const { Decimal, Cursor, DateTime, EmailAddress } = commonScalars;

/** Reads a value both ways in which it can come: as a variable and as a literal of the document. */
function readBoth(scalar: GraphQLScalarType, value: unknown): unknown[] {
  return [scalar.parseValue(value), scalar.parseLiteral(parseLiteral(JSON.stringify(value)), {})];
}

function refusesBoth(scalar: GraphQLScalarType, value: unknown, message?: RegExp): void {
  expect(() => scalar.parseValue(value)).toThrow(message);
  expect(() => scalar.parseLiteral(parseLiteral(JSON.stringify(value)), {})).toThrow(message);
}

describe('Decimal', () => {
  it.each(['0', '7.50', '-0.001', '123456789012345678901234567890.12345678901234567890'])(
    'takes %s as it is',
    (value) => {
      expect(readBoth(Decimal, value)).toEqual([value, value]);
      expect(Decimal.serialize(value)).toBe(value);
    },
  );

  it.each<unknown>([
    '',
    '7,5',
    '.5',
    '7.',
    '+1',
    '1e3',
    ' 1',
    '1\n',
    'NaN',
    '0x10',
    '1'.repeat(31),
    `0.${'1'.repeat(21)}`,
    7.5,
    7,
    true,
    null,
  ])('refuses %j, with an example of what is accepted', (value) =>
    refusesBoth(Decimal, value, /decimal number as a string, such as "7\.50"/),
  );

  it('never changes what it takes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,30}(\.\d{1,20})?$/), (value) => {
        expect(Decimal.serialize(Decimal.parseValue(value))).toBe(value);
      }),
    );
  });
});

describe('Cursor', () => {
  it('takes any text of at most 200 characters', () => {
    expect(readBoth(Cursor, 'a'.repeat(200))).toEqual(['a'.repeat(200), 'a'.repeat(200)]);
    expect(Cursor.serialize('abc')).toBe('abc');
  });

  it.each<unknown>(['a'.repeat(201), 7, true, null])('refuses %j', (value) => {
    refusesBoth(Cursor, value, /a cursor that this API gave out/);
  });
});

describe('DateTime and EmailAddress', () => {
  it('read moments and addresses', () => {
    expect(DateTime.parseValue('2026-01-31T09:30:00.000Z')).toEqual(new Date('2026-01-31T09:30:00.000Z'));
    expect(EmailAddress.parseValue('ada@example.org')).toBe('ada@example.org');
  });

  it('refuse what is none', () => {
    refusesBoth(DateTime, 'yesterday');
    refusesBoth(EmailAddress, 'ada');
  });
});
