import fc from 'fast-check';
import { parseNumber } from './parse-number.ts';

describe('a number', () => {
  it.each([
    ['1822', '1822'],
    [' -0,5 ', '-0.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['+3', '3'],
    ['−1', '-1'],
    ['6.02e23', '602000000000000000000000'],
    ['1E−3', '0.001'],
    ['1 000 000,25', '1000000.25'],
    ['1\u00a0000', '1000'],
    ['1\u2009000', '1000'],
    ['1\u202f000', '1000'],
    ['1,234', '1.234'],
    ['0.1234567890123456789012345', '0.1234567890123456789012345'],
  ])('%j is %s', (text, expected) => {
    expect(parseNumber(text)?.toFixed()).toBe(expected);
  });

  it.each([
    '',
    ' ',
    '.',
    ',',
    '-',
    'five',
    '5 m',
    '1,234.5',
    '1 00',
    '12 34',
    '1e',
    '1e101',
    '1e9999',
    '0x10',
    'NaN',
    '--1',
  ])('is not %j', (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  it('has at most 100 characters', () => {
    expect(parseNumber('1'.repeat(100))).not.toBeNull();
    expect(parseNumber('1'.repeat(101))).toBeNull();
  });

  it('is parsed as JavaScript parses it, if that is exact', () => {
    fc.assert(
      fc.property(fc.integer(), (integer) => {
        expect(parseNumber(String(integer))?.toNumber()).toBe(integer === 0 ? 0 : integer);
      }),
    );
  });
});
