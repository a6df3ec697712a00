/** The text with a piece inserted after the last match; undefined if nothing matches. */
export function insertAfterLast(text, anchor, piece) {
  const last = [...text.matchAll(anchor)].at(-1);
  if (!last) return undefined;
  const end = last.index + last[0].length;
  return text.slice(0, end) + piece + text.slice(end);
}

/** The text with a piece inserted among statements sorted by the name that the anchor captures. */
export function insertSorted(text, anchor, name, piece) {
  const next = [...text.matchAll(anchor)].find(([, other]) => other > name);
  return next ? text.slice(0, next.index) + piece + text.slice(next.index) : insertAfterLast(text, anchor, piece);
}

/**
 * A JSON text after a change of its value.
 * @param change edits the value in place, and returns false if it has no place for the edit
 * @returns undefined if the text is not JSON, or has no place
 */
export function editJson(text, change) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return change(value) === false ? undefined : `${JSON.stringify(value, null, 2)}\n`;
}
