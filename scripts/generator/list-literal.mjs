/**
 * Finds a list or object literal in TypeScript, however it is wrapped.
 * @param anchor matches up to the literal's opening bracket
 * @returns the elements or properties without comments, and the position of the next one; undefined if there is no such
 * literal
 */
export function findList(text, anchor) {
  const match = anchor.exec(text);
  if (!match) return undefined;
  const open = match.index + match[0].length;
  if (text[open] !== '[' && text[open] !== '{') return undefined;

  const elements = [];
  let element = '';
  let depth = 0;
  let insertAt = open + 1;
  for (const { token, end } of tokensOf(text, open)) {
    if ('([{'.includes(token)) depth += 1;
    if (')]}'.includes(token)) depth -= 1;
    if (depth === 0) return { elements: [...elements, element.trim()].filter((found) => found !== ''), insertAt };
    if (end === open + 1) continue;
    if (token === ',' && depth === 1) {
      elements.push(element.trim());
      element = '';
      continue;
    }
    element += token;
    if (token.trim() !== '') insertAt = end;
  }
  return undefined;
}

/** The text with an element appended to the literal; undefined if there is no such literal. */
export function appendToList(text, anchor, element) {
  const list = findList(text, anchor);
  if (!list) return undefined;
  const piece = list.elements.length > 0 ? `, ${element}` : element;
  return text.slice(0, list.insertAt) + piece + text.slice(list.insertAt);
}

/** Tokens: strings and template literals as a whole, comments skipped, everything else character by character. */
function* tokensOf(text, from) {
  const token = /\/\/[^\n]*|\/\*.*?\*\/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|./gsy;
  token.lastIndex = from;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (/^\/[/*]/.test(match[0])) continue;
    yield { token: match[0], end: token.lastIndex };
  }
}
