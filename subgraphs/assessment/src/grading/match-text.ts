import type { Calculator } from './calculator.ts';

/**
 * Returns whether a learner's text matches an accepted text. `*` in `pattern` stands for any run of characters,
 * including none, and `\*` for an asterisk. White space is trimmed and collapsed on both sides, both are normalized to
 * Unicode's NFC, and unless `caseSensitive` both are compared by Unicode's upper-case mapping (so `straße` is
 * `STRASSE`, and a final sigma is a sigma). From grading/2 on, characters that word processors substitute count as
 * those typed: see `asTyped`. Time is linear in the length of text and pattern: no regular expression is built from
 * either.
 */
export function matcherOf(
  text: string,
  { caseSensitive, calculator }: { readonly caseSensitive: boolean; readonly calculator: Calculator },
): (pattern: string) => boolean {
  const normalised = (written: string) =>
    normalise(calculator === 'grading/1' ? written : asTyped(written), caseSensitive);
  const subject = normalised(text);
  return (pattern) => matches(subject, splitAtWildcards(normalised(pattern)));
}

function matches(subject: string, segments: readonly string[]): boolean {
  const [first = '', ...middle] = segments;
  const last = middle.pop();
  if (last === undefined) return subject === first;
  if (subject.length < first.length + last.length) return false;
  if (!subject.startsWith(first) || !subject.endsWith(last)) return false;

  const end = subject.length - last.length;
  let from = first.length;
  for (const segment of middle) {
    const found = indexOfWithin(subject, segment, from, end);
    if (found === -1) return false;
    from = found + segment.length;
  }
  return true;
}

/** Apostrophes and quotation marks, hyphens and dashes, ellipses, and invisible characters. */
const typographic: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201A\u201B\u2032\u02BC\uFF07]/g, "'"],
  [/[\u201C-\u201F\u2033\u00AB\u00BB\uFF02]/g, '"'],
  [/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, '-'],
  [/\u2026/g, '...'],
  [/[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/g, ''],
];

/** The text as typed on a plain keyboard. White space of every width is collapsed by `normalise`. */
function asTyped(text: string): string {
  return typographic.reduce((typed, [characters, plain]) => typed.replace(characters, plain), text);
}

function normalise(text: string, caseSensitive: boolean): string {
  const collapsed = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return caseSensitive ? collapsed : collapsed.toUpperCase().normalize('NFC');
}

function splitAtWildcards(pattern: string): string[] {
  const segments: string[] = [];
  let segment = '';
  for (let i = 0; i < pattern.length; i++) {
    if (pattern.startsWith('\\*', i)) {
      segment += '*';
      i += 1;
    } else if (pattern[i] === '*') {
      segments.push(segment);
      segment = '';
    } else {
      segment += pattern.charAt(i);
    }
  }
  segments.push(segment);
  return segments;
}

/** The position of `wanted` in `text[from, end)`, or -1. Knuth, Morris and Pratt (1977): linear in the worst case. */
function indexOfWithin(text: string, wanted: string, from: number, end: number): number {
  if (wanted === '') return from;
  const borders = borderLengths(wanted);
  let matched = 0;
  for (let i = from; i < end; i++) {
    while (matched > 0 && text[i] !== wanted[matched]) matched = borders[matched - 1] ?? 0;
    if (text[i] === wanted[matched]) matched += 1;
    if (matched === wanted.length) return i - matched + 1;
  }
  return -1;
}

/** For each prefix of `wanted`, the length of its longest proper prefix that is also its suffix. */
function borderLengths(wanted: string): number[] {
  const lengths = [0];
  let length = 0;
  for (let i = 1; i < wanted.length; i++) {
    while (length > 0 && wanted[i] !== wanted[length]) length = lengths[length - 1] ?? 0;
    if (wanted[i] === wanted[length]) length += 1;
    lengths.push(length);
  }
  return lengths;
}
