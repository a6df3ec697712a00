/**
 * GIFT's escapes: a backslash before one of `~ = # { } : \` makes it text, and `\n` is a line break. Any other
 * backslash is a backslash. Beyond Moodle's rules `\->` is an arrow that does not separate a prompt from its answer.
 */
const escapable = new Set('~=#{}:\\');

/** The first unescaped position of `wanted` in `text`, starting at `from`, or -1. */
export function indexOfUnescaped(text: string, wanted: string, from = 0): number {
  let at = text.indexOf(wanted, from);
  while (at !== -1 && isEscaped(text, at)) at = text.indexOf(wanted, at + 1);
  return at;
}

/** The last unescaped position of `wanted` in `text`, or -1. */
export function lastIndexOfUnescaped(text: string, wanted: string): number {
  let at = text.lastIndexOf(wanted);
  while (at > 0 && isEscaped(text, at)) at = text.lastIndexOf(wanted, at - 1);
  return at;
}

/** In a row of backslashes every second one is itself escaped. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === '\\') first -= 1;
  return (at - first) % 2 === 1;
}

/** Unescapes a text. */
export function unescapeText(text: string): string {
  let result = '';
  let copied = 0;
  for (let i = text.indexOf('\\'); i !== -1; i = text.indexOf('\\', i + 2)) {
    const next = text.charAt(i + 1);
    if (next === 'n' || escapable.has(next)) {
      result += text.slice(copied, i) + (next === 'n' ? '\n' : next);
      copied = i + 2;
    } else if (text.startsWith('->', i + 1)) {
      result += text.slice(copied, i);
      copied = i + 1;
    }
  }
  return result + text.slice(copied);
}

/** Escapes everything that GIFT would interpret, on one line. */
export function escapeText(text: string): string {
  return text.replace(/[~=#{}:\\]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

/** {@link escapeText} for positions in which an arrow would be read as the separator of a pair. */
export function escapeTextWithArrows(text: string): string {
  return escapeText(text).replaceAll('->', '\\->');
}
