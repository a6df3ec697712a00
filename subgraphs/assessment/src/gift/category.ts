import { Rejection } from './rejection.ts';

/** Characters of the longest path: it is stored with every question below it. */
const longestCategory = 1_000;
const separator = '/';
const escapedSeparator = '//';

/**
 * The path in a `$CATEGORY:` line, its levels separated by `/`, a slash within a level written `//`.
 * A context (`$course$`, `$system$`, `$module$`, …) and Moodle's root `top` are not levels and are omitted.
 */
export function readCategory(line: string): string | Rejection {
  if (line.length > longestCategory) {
    return new Rejection(
      `The category above this question has more than ${longestCategory.toLocaleString('en')} characters; give it a shorter name.`,
    );
  }
  const levels = splitLevels(line.slice('$CATEGORY:'.length));
  if (/^\$[^$]*\$$/.test(levels[0] ?? '')) levels.shift();
  if (levels[0] === 'top') levels.shift();
  return levels.map((level) => level.replaceAll(separator, escapedSeparator)).join(separator);
}

/** The `$CATEGORY:` line that parses to this path; `''` is the root. */
export function printCategory(path: string): string {
  return `$CATEGORY: top${path === '' ? '' : separator + path}`;
}

function splitLevels(path: string): string[] {
  const levels: string[] = [];
  let level = '';
  for (let i = 0; i < path.length; i++) {
    if (path.startsWith(escapedSeparator, i)) {
      level += separator;
      i += 1;
    } else if (path[i] === separator) {
      levels.push(level);
      level = '';
    } else {
      level += path.charAt(i);
    }
  }
  levels.push(level);
  return levels.map((each) => each.trim()).filter((each) => each !== '');
}
