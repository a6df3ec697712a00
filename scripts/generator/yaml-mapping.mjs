/**
 * The entries of a block-style mapping in a YAML file, found by the keys that lead to it.
 * @returns for each entry its key, its indentation, and the lines [start, end) without trailing comments and blank
 * lines; undefined if a key is missing or its value is not a block mapping
 */
export function entriesAt(text, path) {
  const lines = text.split('\n');
  let range = { start: 0, end: lines.length };
  for (const key of path) {
    const entry = entriesIn(lines, range).find((candidate) => candidate.key === key);
    if (!entry) return undefined;
    range = { start: entry.start + 1, end: entry.end };
  }
  const entries = entriesIn(lines, range);
  return entries.length > 0 ? entries : undefined;
}

/** The lines of an entry, as one text. */
export function textOf(text, { start, end }) {
  return `${text.split('\n').slice(start, end).join('\n')}\n`;
}

/** The text with more lines after an entry. */
export function insertAfterEntry(text, { end }, added) {
  const lines = text.split('\n');
  return [...lines.slice(0, end), ...added, ...lines.slice(end)].join('\n');
}

function entriesIn(lines, { start, end }) {
  const entries = [];
  let indent;
  for (let index = start; index < end; index += 1) {
    const line = lines[index];
    if (/^\s*(#|$)/.test(line)) continue;
    const width = line.search(/\S/);
    indent ??= width;
    const key = /^\s*((?!- )[^\s:#'"][^:]*):(?:\s|$)/.exec(line)?.[1];
    if (width === indent && key !== undefined) entries.push({ key, indent, start: index, end: index + 1 });
    else if (entries.length > 0) entries[entries.length - 1].end = index + 1;
  }
  return entries;
}
