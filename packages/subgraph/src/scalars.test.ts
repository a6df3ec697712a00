import { EmailAddress as EmailAddressShape, longestEmailAddress } from '@lyceum/contracts';
import fc from 'fast-check';
import { type GraphQLScalarType, parseValue as parseLiteral } from 'graphql';
import { commonScalars } from './scalars.ts';

const { Decimal, Cursor, DateTime, EmailAddress, SafeInt } = commonScalars;

/** Parses a value both as a variable and as a literal of the document. */
function readBoth(scalar: GraphQLScalarType, value: unknown): unknown[] {
  return [scalar.parseValue(value), scalar.parseLiteral(parseLiteral(JSON.stringify(value)), {})];
}

function refusesBoth(scalar: GraphQLScalarType, value: unknown, message?: RegExp): void {
  expect(() => scalar.parseValue(value)).toThrow(message);
  expect(() => scalar.parseLiteral(parseLiteral(JSON.stringify(value)), {})).toThrow(message);
}

describe('Decimal', () => {
  it.each([
    ['-0', '0'],
    ['-0.00', '0.00'],
    ['00002', '2'],
    ['-007.50', '-7.50'],
  ])('converts %s to its canonical form %s', (value, canonical) => {
    expect(readBoth(Decimal, value)).toEqual([canonical, canonical]);
  });

  it.each(['0', '7.50', '-0.001', '123456789012345678901234567890.12345678901234567890'])(
    'accepts %s unchanged',
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
  ])('refuses %j, with an example of a valid value', (value) =>
    refusesBoth(Decimal, value, /decimal number as a string, such as "7\.50"/),
  );

  it('keeps the value, and its canonical form is stable', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,30}(\.\d{1,20})?$/), (value) => {
        const canonical = Decimal.parseValue(value);
        expect(Decimal.parseValue(canonical)).toBe(canonical);
        expect(Number(canonical)).toBe(Number(value) + 0);
        expect(canonical).toMatch(/^-?(0|[1-9]\d*)(\.\d+)?$/);
      }),
    );
  });
});

describe('Cursor', () => {
  it('accepts any text of at most 200 characters', () => {
    expect(readBoth(Cursor, 'a'.repeat(200))).toEqual(['a'.repeat(200), 'a'.repeat(200)]);
    expect(Cursor.serialize('abc')).toBe('abc');
  });

  it.each<unknown>(['a'.repeat(201), 7, true, null])('refuses %j', (value) => {
    refusesBoth(Cursor, value, /a cursor returned by this API/);
  });
});

describe('EmailAddress', () => {
  it.each(['root@localhost', 'a@b.c', 'a!b@x.example', '', 'ada', `${'a'.repeat(250)}@b.org`])(
    'refuses %s',
    (value) => {
      refusesBoth(EmailAddress, value, /an e-mail address such as ada@example\.org/);
    },
  );

  it('accepts the same addresses as events and domains', () => {
    const near = fc
      .tuple(fc.stringMatching(/^[a-z0-9.!+_-]{0,8}$/), fc.stringMatching(/^[a-z0-9.-]{0,10}$/))
      .map(([name, host]) => `${name}@${host}`);
    fc.assert(
      fc.property(fc.oneof(near, fc.emailAddress(), fc.string()), (value) => {
        const accepted = EmailAddressShape.safeParse(value).success && value.length <= longestEmailAddress;
        if (accepted) expect(readBoth(EmailAddress, value)).toEqual([value, value]);
        else refusesBoth(EmailAddress, value);
      }),
    );
  });
});

describe('SafeInt', () => {
  it.each([0, 1, -1, Number.MAX_SAFE_INTEGER, Date.UTC(2026, 8, 1)])('accepts %d', (value) => {
    expect(readBoth(SafeInt, value)).toEqual([value, value]);
  });

  it.each<unknown>([1.5, 2 ** 53, '7', true, null])('refuses %j', (value) => {
    refusesBoth(SafeInt, value, /a whole number/);
  });
});

describe('DateTime and EmailAddress', () => {
  it('parse times and addresses', () => {
    expect(DateTime.parseValue('2026-01-31T09:30:00.000Z')).toEqual(new Date('2026-01-31T09:30:00.000Z'));
    expect(EmailAddress.parseValue('ada@example.org')).toBe('ada@example.org');
  });

  it('refuse invalid values', () => {
    refusesBoth(DateTime, 'yesterday');
    // Years beyond four digits in UTC: an answer could not be sent back as input.
    refusesBoth(DateTime, '9999-12-31T23:59:59-23:59');
    refusesBoth(DateTime, '0000-01-01T00:00:00+23:59');
    refusesBoth(EmailAddress, 'ada');
  });
});
