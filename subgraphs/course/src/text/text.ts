import { faultInText, type TextBounds } from '@lyceum/contracts';

/** A value that the domain does not accept. `field` is its path in the input. */
export interface InvalidValue {
  readonly fault: 'INVALID';
  readonly field: string;
  readonly message: string;
}

export function invalid(field: string, message: string): InvalidValue {
  return { fault: 'INVALID', field, message };
}

/**
 * What is wrong with a text; null where nothing is.
 * @param what names it at the start of a sentence: `A title`
 */
export function checkText(field: string, what: string, text: string, bounds: TextBounds): InvalidValue | null {
  const fault = faultInText(what, text, bounds);
  return fault === null ? null : invalid(field, fault);
}
