import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { boundFraction, exact, ONE, ZERO } from './exact.ts';

/** Hundreds of digits on both sides of the point. */
const digits = fc.bigInt({ min: -(10n ** 200n), max: 10n ** 200n });
const scale = fc.integer({ min: 0, max: 100 });
const decimals = fc.tuple(digits, scale);
const asDecimal = ([unscaled, places]: readonly [bigint, number]) => exact(`${unscaled}e-${places}`);
const tenTo = (places: number) => 10n ** BigInt(places);

describe('exact arithmetic', () => {
  it.each([
    ['0.1 + 0.2', exact('0.1').plus('0.2'), '0.3'],
    ['1e300 + 1e-300', exact('1e300').plus('1e-300'), `1${'0'.repeat(300)}.${'0'.repeat(299)}1`],
    ['a third, three times', exact(1).div(3).times(3), `0.${'9'.repeat(1000)}`],
  ])('knows %s', (_what, value, expected) => {
    expect(value.toFixed()).toBe(expected);
  });

  it('rounds a half away from zero', () => {
    expect([exact('0.5').toFixed(0), exact('-0.5').toFixed(0)]).toEqual(['1', '-1']);
  });

  it('adds and multiplies as whole numbers do, whatever the number of digits', () => {
    fc.assert(
      fc.property(decimals, decimals, (left, right) => {
        const [[a, p], [b, q]] = [left, right];
        const sum = asDecimal(left).plus(asDecimal(right));
        expect(sum.eq(asDecimal([a * tenTo(q) + b * tenTo(p), p + q]))).toBe(true);
        expect(
          asDecimal(left)
            .times(asDecimal(right))
            .eq(asDecimal([a * b, p + q])),
        ).toBe(true);
      }),
    );
  });

  it('does not depend on the precision that others have set', () => {
    const before = Decimal.precision;
    Decimal.set({ precision: 3 });
    try {
      expect(exact('123456.789').plus('0.001').toFixed()).toBe('123456.79');
      expect(exact(new Decimal('123456')).times('1.000001').toFixed()).toBe('123456.123456');
    } finally {
      Decimal.set({ precision: before });
    }
  });

  it.each(['', 'five', '1,5', '--1'])('refuses %j', (text) => {
    expect(() => exact(text)).toThrow(/DecimalError/);
  });
});

describe('a fraction of the points', () => {
  it.each([
    ['-0.5', '0'],
    ['0', '0'],
    ['0.00001', '0.00001'],
    ['1', '1'],
    ['1.00001', '1'],
  ])('%s counts as %s', (value, expected) => {
    expect(boundFraction(exact(value)).toFixed()).toBe(expected);
  });

  it('is never below nothing or above all, and is kept where it is neither', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3_000, max: 3_000 }), (thousandths) => {
        const value = exact(thousandths).div(1_000);
        const bounded = boundFraction(value);
        expect(bounded.gte(ZERO) && bounded.lte(ONE)).toBe(true);
        if (thousandths >= 0 && thousandths <= 1_000) expect(bounded.eq(value)).toBe(true);
      }),
    );
  });
});
