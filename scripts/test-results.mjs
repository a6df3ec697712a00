const shown = 10;

/** The slowest of more than ten suites, one per line. */
export function slowestLines(suites) {
  if (suites.length <= shown) return '';
  const slowest = suites.toSorted((one, other) => other.seconds - one.seconds).slice(0, shown);
  const lines = slowest.map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file}\n`);
  return `\nThe ${shown} slowest suites:\n${lines.join('')}`;
}

/** The line that CI reads: `123 passed, 0 failed`. */
export function countLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
