/**
 * GIFT's escapes: a backslash before one of `~ = # { } : \` makes it text, and `\n` is a line break. Any other
 * backslash is a backslash. Beyond Moodle's rules `\->` is an arrow that does not part a prompt from its answer.
 */
const escapable = new Set('~=#{}:\\');

/** Where `wanted` first stands unescaped in `text`, from `from` on, or -1. */
export function indexOfUnescaped(text: string, wanted: string, from = 0): number {
  let at = text.indexOf(wanted, from);
  while (at !== -1 && isEscaped(text, at)) at = text.indexOf(wanted, at + 1);
  return at;
}

/** Where `wanted` last stands unescaped in `text`, or -1. */
export function lastIndexOfUnescaped(text: string, wanted: string): number {
  let at = text.lastIndexOf(wanted);
  while (at > 0 && isEscaped(text, at)) at = text.lastIndexOf(wanted, at - 1);
  return at;
}

/** Of backslashes in a row every second one is escaped itself. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === '\\') first -= 1;
  return (at - first) % 2 === 1;
}

/** The text that an escaped text stands for. */
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

/** The text with everything escaped that GIFT would read as its own, on one line. */
export function escapeText(text: string): string {
  return text.replace(/[~=#{}:\\]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

/** {@link escapeText} for where an arrow would be read as the middle of a pair. */
export function escapeTextWithArrows(text: string): string {
  return escapeText(text).replaceAll('->', '\\->');
}
