import type { Decimal } from 'decimal.js';
import { exact } from './exact.ts';

const LONGEST = 100;
const LARGEST_EXPONENT = 100;

/** Sign, integer part (plain, or in groups of three separated by a space), fraction, exponent. */
const numberSyntax = /^([+-]?)(\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+|\d*)(?:[.,](\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * Parses a number as people write it: `1822`, `-0,5`, `.5`, `6.02e23`, `1 000 000` (groups of three separated by a
 * space, thin or not), `−1` with a typographic minus. One comma or point separates decimals, so `1,234` is a little
 * more than one. Returns null if it is not a number, is longer than 100 characters, or its exponent is beyond ±100.
 */
export function parseNumber(text: string): Decimal | null {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return null;
  const match = numberSyntax.exec(trimmed.replace('\u2212', '-').replace(/e\u2212/i, 'e-'));
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole.replace(/\D/g, '');
  if (digits === '' && fraction === '') return null;
  if (Math.abs(Number(exponent)) > LARGEST_EXPONENT) return null;
  return exact(`${sign}${digits || '0'}.${fraction || '0'}e${exponent}`);
}
