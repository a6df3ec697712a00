/** Maximum lengths of texts, in characters as people perceive them (`lengthOf`). */
export interface TextBounds {
  readonly least: number;
  readonly most: number;
}

/**
 * One user-perceived character: an extended grapheme cluster (Unicode Standard Annex 29, table 1c) of a text in NFC,
 * which composes Korean syllables. `Intl.Segmenter` gives the same result, but takes minutes for a text of 200,000
 * characters.
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

/** UTF-16 code units per allowed character: a character with stacked marks has many. */
const unitsPerCharacter = 16;
const invisible = /^[\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/**
 * The length of a text in user-perceived characters: an emoji or an accented letter counts as one. Linear in the length
 * of the text.
 */
export function lengthOf(text: string): number {
  return countUpTo(text, Number.POSITIVE_INFINITY);
}

/** Whether nothing is visible: only white space, control characters and zero-width characters. */
export function isBlank(text: string): boolean {
  return invisible.test(text);
}

/**
 * What is wrong with a human-readable text, as a sentence; null if it is valid. A text that must not be empty must
 * contain a visible character.
 * @param what its name at the start of a sentence: `A title`
 */
export function faultInText(what: string, text: string, { least, most }: TextBounds): string | null {
  const range = least > 0 ? `${least} to ${most}` : `at most ${most}`;
  if (least > 0 && isBlank(text)) return `${what} has ${range} characters, at least one of them visible.`;
  if (text.length > most * unitsPerCharacter) return `${what} has ${range} characters; this one has far more.`;
  // Fast path: a text has no more characters than code units, and most texts are short.
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
