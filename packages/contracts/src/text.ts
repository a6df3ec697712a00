/** How long a text may be, in characters as people count them (`lengthOf`). */
export interface TextBounds {
  readonly least: number;
  readonly most: number;
}

/**
 * One character as people see it: an extended grapheme cluster (Unicode Standard Annex 29, table 1c) of a text in NFC, which
 * composes Korean syllables. `Intl.Segmenter` tells the same, but takes minutes for a text of 200,000 characters.
 */
const extending = '[\\p{Grapheme_Extend}\\p{M}\\p{EMod}\\u0E33\\u0EB3\\u200D]';
// What may stand between a pictograph and its joiner (rule GB11): no other joiner, and no spacing mark.
const beforeJoiner = '(?!\\u200D)[\\p{Grapheme_Extend}\\p{EMod}]';
const cluster = new RegExp(
  [
    '\\r\\n|\\p{Cc}',
    `\\p{RI}{2}${extending}*`,
    `\\p{ExtPict}(?:(?:${beforeJoiner})*\\u200D\\p{ExtPict})*${extending}*`,
    `.${extending}*`,
  ].join('|'),
  'gsu',
);

/** UTF-16 code units for each allowed character: a character with marks stacked on it has many. */
const unitsPerCharacter = 16;
const invisible = /^[\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/**
 * The length of a text as people count it: an emoji or a letter with accents is one character. Takes time in proportion to
 * the text.
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
  const composed = text.normalize('NFC');
  let count = 0;
  cluster.lastIndex = 0;
  while (count < enough && cluster.test(composed)) count += 1;
  cluster.lastIndex = 0;
  return count;
}
