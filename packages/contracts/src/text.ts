/** How long a text may be, in characters as people count them (`lengthOf`). */
export interface TextBounds {
  readonly least: number;
  readonly most: number;
}

/** UTF-16 code units for each allowed character: a character with marks stacked on it has many. */
const unitsPerCharacter = 16;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const invisible = /^[\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/**
 * The length of a text as people count it: in extended grapheme clusters (Unicode Standard Annex 29), so that an emoji or a
 * letter with accents is one character.
 */
export function lengthOf(text: string): number {
  return countUpTo(text, Number.POSITIVE_INFINITY);
}

/** Whether there is nothing to see: white space, control characters, zero-width characters. */
export function isBlank(text: string): boolean {
  return invisible.test(text);
}

/**
 * What is wrong with a text that people read, as a sentence; null where nothing is. A text that must not be empty must show
 * something.
 * @param what names it at the start of a sentence: `A title`
 */
export function faultInText(what: string, text: string, { least, most }: TextBounds): string | null {
  const range = least > 0 ? `${least} to ${most}` : `at most ${most}`;
  if (least > 0 && isBlank(text)) return `${what} has ${range} characters, and at least one that can be seen.`;
  if (text.length > most * unitsPerCharacter) return `${what} has ${range} characters; this one has far more.`;
  // A text has no more characters than code units, and most texts are short.
  if (text.length >= least && text.length <= most && least <= 1) return null;
  const length = countUpTo(text, most + 1);
  if (length > most) return `${what} has ${range} characters; this one has more.`;
  return length < least ? `${what} has ${range} characters; this one has ${length}.` : null;
}

function countUpTo(text: string, enough: number): number {
  let count = 0;
  for (const _grapheme of graphemes.segment(text)) {
    count += 1;
    if (count >= enough) break;
  }
  return count;
}
