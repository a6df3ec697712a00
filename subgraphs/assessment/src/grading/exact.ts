import { Decimal } from 'decimal.js';

/**
 * Decimal arithmetic with 1,000 significant digits, so that sums, differences and products of marks are exact
 * regardless of the precision that the rest of the process has set. Only a division (a third of an item) is ever
 * rounded.
 */
const Exact = Decimal.clone({ precision: 1000, rounding: Decimal.ROUND_HALF_UP });

/** The number as a {@link Decimal} whose arithmetic is exact. Throws a `DecimalError` if `value` is not a number. */
export function exact(value: Decimal.Value): Decimal {
  return new Exact(value);
}

export const ZERO = exact(0);
export const ONE = exact(1);

/** `value` clamped to 0 to 1: an item never scores below 0 or above its points. */
export function boundFraction(value: Decimal): Decimal {
  return value.lt(ZERO) ? ZERO : value.gt(ONE) ? ONE : value;
}
