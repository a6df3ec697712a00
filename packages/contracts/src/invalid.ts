import { faultInText, type TextBounds } from './text.ts';

/** A value that a domain does not accept. */
export interface Invalid {
  readonly outcome: 'INVALID';
  /** The path of the value in the input: `chapters.0.title`. */
  readonly field: string;
  /** A sentence for people that says what would be accepted. */
  readonly message: string;
}

export function invalid(field: string, message: string): Invalid {
  return { outcome: 'INVALID', field, message };
}

/**
 * Checks a text that people read; null where it is accepted.
 * @param what names the text at the start of a sentence: `A title`
 */
export function checkText(field: string, what: string, text: string, bounds: TextBounds): Invalid | null {
  const fault = faultInText(what, text, bounds);
  return fault === null ? null : invalid(field, fault);
}
