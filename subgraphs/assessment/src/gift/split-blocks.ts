import { indexOfUnescaped } from './escape.ts';

/** The lines of one question or one `$CATEGORY:`, without comments. */
export interface Block {
  /** The line where it begins, from 1. */
  readonly line: number;
  readonly text: string;
}

/** Characters of the longest block that is parsed: a longer one would block the event loop for too long. */
export const LONGEST_BLOCK = 100_000;

/**
 * Splits a file into blocks, visiting each line at most twice. A block ends at a blank line outside braces. Real files
 * need three more rules:
 *
 * - `$CATEGORY:` is a block of its own, with or without blank lines around it;
 * - after a closed answer block, a line that begins with `::`, or another answer block on a later line, belongs to the
 *   next question even without a blank line before it;
 * - if braces are open across a blank line and then a new question evidently begins (`{`, `::`, `$CATEGORY:` or the end
 *   of the file), they were never closed: the block ends at that blank line and the rest is split again.
 */
export function* splitBlocks(text: string): Generator<Block, void, undefined> {
  const lines = text.split('\n');
  let index = 0;
  while (index < lines.length) {
    const line = (lines[index] ?? '').trim();
    if (line === '' || isComment(line)) {
      index += 1;
      continue;
    }
    const end = endOfBlock(lines, index);
    yield { line: index + 1, text: textOf(lines, index, end) };
    index = end;
  }
}

/** The lines of a block; of one that is too long, just enough to show that it is. */
function textOf(lines: readonly string[], first: number, end: number): string {
  const kept: string[] = [];
  let length = 0;
  for (let index = first; index < end && length <= LONGEST_BLOCK; index++) {
    const line = (lines[index] ?? '').trimEnd();
    if (isComment(line.trimStart())) continue;
    kept.push(line);
    length += line.length + 1;
  }
  return kept.join('\n').trim();
}

function endOfBlock(lines: readonly string[], first: number): number {
  if (isCategory((lines[first] ?? '').trim())) return first + 1;
  let depth = 0;
  let closedAt = -1;
  let blankInside = -1;

  for (let index = first; index < lines.length; index++) {
    const line = (lines[index] ?? '').trim();
    if (isComment(line)) continue;
    if (line === '') {
      if (depth === 0) return index;
      if (blankInside === -1) blankInside = index;
      continue;
    }
    if (index > first) {
      if (isCategory(line)) return blankInside === -1 ? index : blankInside;
      if (line.startsWith('::') && blankInside !== -1) return blankInside;
      if (line.startsWith('::') && depth === 0 && closedAt !== -1) return index;
    }
    for (let at = index === first ? endOfTitle(line) : 0; at < line.length; at++) {
      const character = line[at];
      if (character === '\\') {
        at += 1;
      } else if (character === '{') {
        if (blankInside !== -1) return blankInside;
        if (depth === 0 && closedAt !== -1 && closedAt < index) return closedAt + 1;
        depth += 1;
      } else if (character === '}' && depth > 0) {
        depth -= 1;
        if (depth === 0) {
          closedAt = index;
          blankInside = -1;
        }
      }
    }
  }
  return blankInside === -1 ? lines.length : blankInside;
}

/** Braces in a title are text. */
function endOfTitle(line: string): number {
  return line.startsWith('::') ? Math.max(indexOfUnescaped(line, '::', 2), 0) : 0;
}

function isComment(line: string): boolean {
  return line.startsWith('//');
}

/** Whether a line sets the category of the questions after it. */
export function isCategory(line: string): boolean {
  return line.startsWith('$CATEGORY:');
}
