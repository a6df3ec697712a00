/** A value that the domain does not accept. `field` is its path in the input. */
export interface InvalidValue {
  readonly fault: 'INVALID';
  readonly field: string;
  readonly message: string;
}

/** Lengths in characters (UTF-16 code units, as browsers count them). */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

export function invalid(field: string, message: string): InvalidValue {
  return { fault: 'INVALID', field, message };
}

/**
 * What is wrong with a text; null where nothing is.
 * @param what names it at the start of a sentence: `A title`
 */
export function checkText(field: string, what: string, text: string, { least, most }: Bounds): InvalidValue | null {
  if (text.length < least || text.length > most) {
    return invalid(field, `${what} has ${least} to ${most} characters; this one has ${text.length}.`);
  }
  return null;
}
